/** What the table to fill in holds; portfolio.xlsx beside this is the same for Excel. */
export const PORTFOLIO_TABLE: readonly (readonly string[])[] = [
  ['タイトル', '説明', 'URL', 'タグ', 'カテゴリ', '画像ファイル名', '代替テキスト', '制作年'],
  [
    'カフェのPR動画',
    '店内の雰囲気が伝わるように編集しました。',
    '',
    '動画編集',
    '動画',
    'cafe.png',
    'カフェの店内',
    '2026',
  ],
]
