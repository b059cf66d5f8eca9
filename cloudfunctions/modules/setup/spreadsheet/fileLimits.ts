/** What a file may cost us, checked before anything is unpacked or kept beyond it. All ours. */
export const fileLimits = {
  /** Bytes as uploaded: 31,200 readings and the rest of 1,200 homes are under 2 MB. */
  fileBytes: 10 * 1024 * 1024,
  /** Bytes of one unpacked part, and of all parts that are read. */
  partBytes: 64 * 1024 * 1024,
  allBytes: 128 * 1024 * 1024,
  /** Parts in the zip, read or not. */
  parts: 2000,
  sheets: 40,
  rowsPerSheet: 100_000,
  /** Columns to the right of it are passed over. */
  columns: 60,
  /** A longer text than this is cut: no column of ours takes half of it. */
  textLength: 1000,
  sharedTexts: 1_000_000,
  /** Cells that merged ranges fill, over a whole sheet. */
  mergedCells: 500_000,
} as const;
