export { type FileProblem, fileProblemSentences } from './problem';
export { type ReadFile, readSpreadsheet } from './readSpreadsheet';
export { columnName, failedFormula, type Sheet, type SheetRow } from './sheet';
export { type WrittenCell, type WrittenSheet, writeXlsx } from './writeXlsx';
