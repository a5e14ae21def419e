/** The help in Japanese, by the English that stands beside each command, argument and option. */
export const HELP_IN_JAPANESE: Readonly<Record<string, string>> = {
  'Message compliance linter for Japanese skill marketplaces':
    'スキルマーケットの規約に照らして、メッセージや出品ページを確かめます',
  'output the version number': 'バージョンを表示',
  'display help for command': 'コマンドのヘルプを表示',

  // lint, and what other commands that read texts share
  'lint messages, accounts, talkrooms and tables': 'メッセージ、アカウント、トークルーム、表を確かめる',
  'files, folders, globs, or - for standard input': 'ファイル、フォルダ、グロブ。-は標準入力',
  'marketplace of inputs that do not say it: coconala (or ココナラ), crowdworks, lancers, …':
    '入力に書かれていない場合のマーケット:ココナラ(coconala)、クラウドワークス(crowdworks)、ランサーズ(lancers)など',
  'where the text is written': '文章を書く場所',
  'phase of the deal': '取引の段階',
  'who writes': '書く人',
  'the service’s category (LINEスタンプ, Webサイト制作, …)':
    'サービスのカテゴリ(LINEスタンプ、Webサイト制作など)',
  'name of the person written to': '相手の名前',
  'the name under which you write, in conversations that do not say who sells':
    '出品者がどちらか分からない会話での、自分の名前',
  'read every input as this, whatever its name': 'ファイル名によらず、すべての入力をこの種類として読む',
  'headers of a table that are not known by themselves': '表の見出しの対応(項目=見出し)',
  'threads that lint (default: as many as there are cores)': '並列に確かめる数(指定がなければコアの数)',
  'rules (and dictionaries) to use instead of the built-in ones': '内蔵のものの代わりに使う規則(と辞書)',
  'folder with metadata of linked videos: yt-dlp info.json, videos.list responses':
    'リンク先の動画の情報があるフォルダ(yt-dlpのinfo.json、videos.listの応答)',
  'ask the YouTube Data API v3 for the others (or YOUTUBE_API_KEY)':
    '残りをYouTube Data API v3に尋ねる鍵(環境変数YOUTUBE_API_KEYでも可)',
  'where it is (default: https://www.googleapis.com/youtube/v3)':
    'そのアドレス(指定がなければ https://www.googleapis.com/youtube/v3)',
  'where its answers are kept (default: in the user’s cache folder)':
    '応答を残す場所(指定がなければ利用者のキャッシュフォルダ)',
  'ask again for what is kept': '残してあるものも尋ね直す',
  'write what a second opinion would be asked, as JSONL (unless answered)':
    'セカンドオピニオンへの質問(まだ答えのないもの)をJSONLで書き出す',
  'answers to such questions, as JSONL: the reports as if they had been asked':
    '質問への答え(JSONL)。尋ねたものとして結果に反映する',
  'folder with the files that pages and messages name: docx, xlsx, pdf, pictures with QR codes':
    'ページやメッセージに添付されたファイルのフォルダ(docx、xlsx、pdf、QRコードのある画像)',
  'findings and links that a person has looked at: listed, and no longer held':
    '人が見て認めた指摘とリンク。一覧には出すが、止めない',
  'findings that were there when the file was written count no more':
    'このファイルを書いたときからある指摘は数えない',
  'write the file anew with what is there now': '今ある指摘でそのファイルを書き直す',
  'how to write the results': '結果の形式',
  'write the results to a file': '結果をファイルに書く',
  'exit with 1 from this verdict on': 'この判定から、終了コードを1にする',
  'fields without findings too; in the format pretty also doubts and grounds':
    '指摘のない項目も出す(prettyでは判断保留と根拠も)',
  'apply the safe edits to text files and JSONL, then lint what is left':
    '安全な直しをテキストとJSONLに書き込み、残りを確かめる',
  'with --fix: show the edits and change nothing': '--fixと共に:直しを表示するだけで、書き込まない',
  'go on where an interrupted run over JSONL stopped (with --output)':
    '中断したJSONLの続きから再開する(--outputと共に)',

  // audit, diff
  'look at a whole account before a review: what will hold it up, and what to do':
    '審査の前にアカウント全体を確かめ、止まるところと直すことを示す',
  'exports of accounts, talkrooms, tables': 'アカウント、トークルーム、表のデータ',
  'write the report as one self-contained HTML file too': '報告書を一つのHTMLファイルにも書く',
  'lint by two sets of rules and show only what comes out otherwise':
    '二組の規則で確かめ、結果の違うところだけを示す',
  'the rules of today: a folder (default: the built-in ones)': '今の規則のフォルダ(指定がなければ内蔵のもの)',
  'the rules that might come: a folder (default: the built-in ones)':
    '新しい規則のフォルダ(指定がなければ内蔵のもの)',
  'examples to show of each change': '変化ごとに示す例の数',
  'as JSON': 'JSONで出す',

  // rules, explain
  'check, list, write and try rules': '規則を検査する、一覧する、書き始める、試す',
  'read every pack and dictionary, run every example; all faults at once, with file and line':
    'すべてのパックと辞書を読み、例を実行する。誤りは場所と共にまとめて示す',
  'refuse alternatives (patterns, frames, lines, and those of phrases, templates and contexts) that no example needs; takes minutes':
    'どの例文にも要らない選択肢(パターン、フレーム、行、フレーズ、テンプレート、文脈)を断ります。数分かかります',
  'with --needless: JSONL files with `expect`; what comes out worse there without a phrase, a template or a context needs it':
    '--needless とともに: `expect` の付いた JSONL ファイル。除くとその判定が悪くなるフレーズ、テンプレート、文脈は、要るものとします',
  'a folder of packs, or one with rules/ and dictionaries/ (default: the built-in ones)':
    'パックのフォルダ、またはrules/とdictionaries/のあるフォルダ(指定がなければ内蔵のもの)',
  'list the rules': '規則を一覧する',
  'only this pack': 'このパックだけ',
  'only categories that begin so, e.g. contact or tone.casual':
    'こう始まる分類だけ(contact、tone.casualなど)',
  'only this stage': 'この段階だけ',
  'write a pack with one rule that passes `rules check`, to be filled in':
    '`rules check`を通る、規則一つのパックを書き出す',
  'rules/NAME.yaml; NAME is the pack’s id': 'rules/NAME.yaml。NAMEがパックのidになる',
  'what the rule is about': '規則の分類',
  'say what the rules weigh in a text: statement, line, excuses, evidence, and what it comes to':
    '規則が文章の何を見てどう量るかを示す(陳述、行、除外、根拠、結論)',
  'the text, in quotation marks': '文章(引用符で囲む)',
  'only this rule: pack/rule, or the rule’s own name': 'この規則だけ(パック/規則、または規則の名前)',
  'as on this marketplace': 'このマーケットに書くものとして',
  'the service’s category': 'サービスのカテゴリ',
  'the other side’s message that the text answers': 'この文章が答えている、相手のメッセージ',
  'say what a rule looks for, why, and what it does where; or how a text is read':
    '規則が探すもの、理由、場所ごとの扱いを示す。または文章の読み方を示す',
  'as in a finding: pack/rule, or the rule’s own name': '指摘に書かれた規則(パック/規則、または規則の名前)',
  'say how this is read: services, data, and what each sentence says':
    'この文章の読み方を示す(サービス、連絡先、各文の意味)',

  // eval, ask, fuzz
  'measure the rules on labelled items (with `expect`) and on innocent text (without)':
    '正解付きの文(`expect`)と問題のない文で、規則の正しさを測る',
  'JSONL files': 'JSONLのファイル',
  'print each item where something expected was not found, and what fired':
    '見つからなかったものと、そこで出た指摘を示す',
  'print each item where something fired that was not expected': '余計な指摘の出たものを示す',
  'figures as JSON, with the full precision of the counts': '数値を丸めずにJSONで出す',
  'look at one kind of findings': '一種類の指摘だけを見る',
  'score this set by itself: it is in no sum, and none of its items is printed (repeatable)':
    'この組は別に測り、合計に入れず、中身も出さない(複数可)',
  'what unlabelled lines are linted as': '正解のない行を確かめるときの条件',
  'put questions (of --second-opinion) to the reader of the settings; answers (for --answers) to stdout':
    '質問(--second-opinionのもの)を設定の読み手に尋ね、答え(--answers用)を標準出力に書く',
  JSONL: 'JSONL',
  'for an answer': '答えを待つ秒数',
  'questions under way at once': '同時に尋ねる数',
  'hide the words of every example by every family of disguise, and print what gets past':
    '例の言葉をあらゆる書き換えで隠し、すり抜けるものを示す',
  'one family only: E31 (with its variants E31b, …) or E31b':
    '一系統だけ:E31(変種のE31bなどを含む)またはE31b',
  'the same seed gives the same run': '同じ値なら同じ結果になる',
  'how many pairs of families to try': '試す系統の組の数',
  'print everything that gets past': 'すり抜けるものをすべて示す',
  'the figures as JSON': '数値をJSONで出す',

  // serve, keys, mcp, verify
  'answer over HTTP': 'HTTPで応答する',
  'port to listen on (default: 8787)': '待ち受けるポート(指定がなければ8787)',
  'address to listen on': '待ち受けるアドレス',
  'rules to use instead of the built-in ones; read again when they change':
    '内蔵のものの代わりに使う規則。変わると読み直す',
  'API keys of the service': 'サービスのAPIキー',
  'make a key: the key itself is shown once, the configuration takes only its hash':
    'キーを作る。キーは一度だけ表示し、設定にはハッシュだけを書く',
  'stands in logs and metrics: lower-case letters, digits and -':
    'ログとメトリクスに出る名前(小文字の英字、数字、-)',
  'tools for agents that draft (Model Context Protocol, over standard input and output)':
    '下書きをするエージェント用の道具(Model Context Protocol、標準入出力)',
  'check the receipts of kept reports (secret: SEKISHO_RECEIPT_SECRET), and lint again to the same bytes':
    '保存した結果の署名を検査し(秘密:SEKISHO_RECEIPT_SECRET)、もう一度確かめて同じ結果になるかを見る',
  'JSONL, a line each: {"submission":{…},"report":{…}}, of documents and threads {"asked":{…},"report":{…}}; - is standard input':
    'JSONL、一行に一件:{"submission":{…},"report":{…}}、文書とスレッドは{"asked":{…},"report":{…}}。-は標準入力',
  'the rules that were in force, where they are not the built-in ones': '内蔵のものでない場合の、当時の規則',
}

export const TITLES_IN_JAPANESE: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  'Global Options:': '共通のオプション:',
}
