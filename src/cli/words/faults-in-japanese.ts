/** What was wrong with a command, in Japanese. Each line takes one turn of phrase; names and values stay. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/^error: /, ''],
  [/unknown option '(.*)'/, "'$1'というオプションはありません。"],
  [/unknown command '(.*)'/, "'$1'というコマンドはありません。"],
  [/\(Did you mean one of (.*)\?\)/, '($1のどれかでしょうか)'],
  [/\(Did you mean (.*)\?\)/, '($1でしょうか)'],
  [/missing required argument '(.*)'/, "引数'$1'がありません。"],
  [/option '(.*)' argument missing/, "オプション'$1'の値がありません。"],
  [/option '(.*)' argument '(.*)' is invalid\. /, "オプション'$1'に'$2'は使えません。"],
  [/command-argument value '(.*)' is invalid for argument '(.*)'\. /, "引数'$2'に'$1'は使えません。"],
  [/Allowed choices are (.*)\./, '使えるのは $1 です。'],
  [
    /too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)(?:: (.*))?\./,
    '引数が多すぎます($2個まで。$3個あります)。',
  ],
  [/Give a whole number from (\d+) to (\d+)\./, '$1から$2までの整数を書いてください。'],
  [/(?:A whole number above 0|Give a whole number|must be a whole number)\./, '整数を書いてください。'],
  [/Use lower-case letters, digits and -\./, '小文字の英字、数字、-を使ってください。'],
  [/Write FIELD=HEADER, where FIELD is one of (.*)\./, '項目=見出し の形で書いてください。項目は $1 です。'],
  [/unknown marketplace '(.*)'; known: (.*)/, "'$1'というマーケットはありません。使えるのは $2 です。"],
  [/there is no rule '(.*)'; see `(.*)`/, "'$1'という規則はありません。一覧は`$2`で見られます。"],
  [/there is no rule '(.*?)'/, "'$1'という規則はありません。"],
  [/; did you mean (.*)\?/, '$1でしょうか。'],
  [/there is no family '(.*)'; there are (.*)/, "'$1'という系統はありません。あるのは $2 です。"],
  [/(--\S+) goes with (--\S+)/, '$1は$2と共に使います。'],
  [/(--\S+) does not go with (--\S+)/, '$1と$2は共に使えません。'],
  [
    /--baseline needs a whole run: leave --resume out/,
    '--baselineには全体が必要です。--resumeを外してください。',
  ],
  [
    /--resume works for JSONL inputs and the formats jsonl and csv/,
    '--resumeが使えるのは、入力がJSONLで、形式がjsonlかcsvの場合です。',
  ],
  [/give a rule, or a text with --text/, '規則を書くか、--textで文章を書いてください。'],
  [
    /linked videos are asked for before linting: give files instead of standard input/,
    '動画の情報は先に集めます。標準入力ではなくファイルを指定してください。',
  ],
  [/nothing to evaluate: no item could be read/, '測るものがありません。一件も読めませんでした。'],
  [/these rules cannot .*/, 'この規則ではできません。'],
  [/(\S+) and (\S+) name the reader/, '読み手は$1と$2で指定します。'],
  [/(\S+) is not set/, '$1が設定されていません。'],
  [/the rules have faults:/, '規則に誤りがあります:'],
  [
    /name the file NAME\.yaml, NAME in kebab-case letters and digits/,
    'ファイル名は、小文字の英字と数字を-でつないだ NAME.yaml にしてください。',
  ],
  [/is there already/, 'すでにあります。'],
  [/the results would overwrite this input/, '結果がこの入力を上書きしてしまいます。'],
  [/(\d+) files in it; at most (\d+)/, '$1個のファイルがあります。$2個までにしてください。'],
  [/no JSON file in it/, '中にJSONのファイルがありません。'],
  [/no such (?:folder|file)/, '見つかりません。'],
  [/(?:may not be read|permission denied)/, '読み書きが許可されていません。'],
  [/is no JSON/, 'JSONではありません。'],
  [/is a folder/, 'フォルダです。'],
  [/is no folder/, 'フォルダではありません。'],
  [/no space left: not everything is written/, '空きがなく、すべては書けませんでした。'],
  [/cannot be read or written: the disk has a fault/, '読み書きできません。ディスクに異常があります。'],
  [/nobody reads any more: not everything is written/, '読み手が閉じたため、すべては書けませんでした。'],
]

export const faultInJapanese = (said: string): string =>
  said
    .split('\n')
    .map((line) => TURNS.reduce((text, [turn, words]) => text.replace(turn, words), line))
    .join('\n')
