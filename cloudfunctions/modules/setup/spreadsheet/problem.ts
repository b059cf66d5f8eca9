/** Why a file cannot be read at all, each as one sentence a person can act on. What is wrong inside a row is not here. */
export const fileProblemSentences = {
  empty: '文件是空的，请重新选择文件。',
  tooLarge: '文件超过 10 MB，请按工作表拆成几个文件分别导入。',
  notSpreadsheet: '这不是 xlsx 或 csv 文件，请在表格软件里另存为 xlsx 后再上传。',
  oldOrLocked: '这是旧版 xls 或加了密码的表格，请另存为不带密码的 xlsx。',
  damaged: '文件已损坏，请在表格软件里打开并另存一次后再上传。',
  unpacksTooLarge: '文件展开后太大，请删掉图片和多余的工作表后再上传。',
  tooManySheets: '工作表超过 40 张，请删掉多余的工作表。',
  tooManyRows: '一张工作表超过 100000 行，请拆成几个文件分别导入。',
  unknownEncoding: '认不出这个 csv 的文字编码，请另存为 UTF-8 或 GBK 编码的 csv。',
  openQuote: 'csv 里有一个引号没有成对，请检查后重新保存。',
} as const;

export type FileProblem = keyof typeof fileProblemSentences;

/** Thrown while a file is read; `readSpreadsheet` turns it into an answer. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}
