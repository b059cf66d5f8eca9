export { applySlice } from './applySlice';
export { checkSlice } from './checkSlice';
export { setupRoutes } from './routes';
export { type WrittenCell, type WrittenSheet, writeXlsx } from './spreadsheet';
