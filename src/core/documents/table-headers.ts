/** What the columns of people's tables are called, and which field of a portfolio item each is. */

export const TABLE_FIELDS = [
  'id',
  'marketplace',
  'title',
  'description',
  'url',
  'tags',
  'category',
  'image',
  'alt',
  'caption',
  'year',
  'client',
] as const
export type TableField = (typeof TABLE_FIELDS)[number]

/** Names in lower case, as tables and other exports write them. */
export const HEADERS: Readonly<Record<TableField, readonly string[]>> = {
  id: ['id', 'no', 'no.', '番号', '管理番号', '作品id', '項番', '#'],
  marketplace: ['marketplace', 'マーケット', 'サイト', '掲載先'],
  title: ['title', 'name', 'タイトル', '作品名', '題名', '件名', '名称', '作品タイトル', '見出し'],
  description: [
    'description',
    'body',
    'text',
    'detail',
    'details',
    '説明',
    '説明文',
    '作品説明',
    '本文',
    '概要',
    '内容',
    '詳細',
    '紹介文',
    'コメント',
    '文章',
    'メッセージ',
  ],
  url: ['url', 'urls', 'link', 'links', 'リンク', '参考url', '動画url', '作品url', '掲載url', 'ウェブサイト'],
  tags: ['tags', 'tag', 'keywords', 'タグ', 'キーワード', 'ハッシュタグ'],
  category: ['category', 'カテゴリ', 'カテゴリー', 'ジャンル', '分類', '種別'],
  image: [
    'image',
    'images',
    'file',
    'filename',
    'file name',
    'image file',
    '画像',
    '画像名',
    '画像ファイル',
    '画像ファイル名',
    'ファイル',
    'ファイル名',
  ],
  alt: ['alt', 'alt text', '代替テキスト', 'altテキスト'],
  caption: ['caption', 'キャプション', '画像説明', '画像の説明'],
  year: ['year', 'date', '制作年', '制作年月', '制作日', '年', '制作時期', '公開日'],
  client: ['client', 'クライアント', 'クライアント名', '依頼者', '発注者', '顧客', '取引先'],
}

const FIELD_OF: ReadonlyMap<string, TableField> = new Map(
  TABLE_FIELDS.flatMap((field) => HEADERS[field].map((header) => [header, field] as const)),
)

/** Width, case and spaces around do not matter. */
export const fieldOfHeader = (header: string, map?: ReadonlyMap<string, string>): TableField | undefined => {
  const plain = normal(header)
  for (const [written, field] of map ?? []) {
    if (normal(written) === plain) return field as TableField
  }
  return FIELD_OF.get(plain)
}

const normal = (header: string): string => header.normalize('NFKC').trim().toLowerCase()
