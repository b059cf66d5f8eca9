import { layouts, sheetKinds } from '../../cloudfunctions/modules/setup/sheets/workbook';
import { writeXlsx } from '../../cloudfunctions/modules/setup/spreadsheet';

/** A workbook with every sheet and its headings; those of columns that are needed carry a star. */
export function emptyWorkbook(): Buffer {
  return writeXlsx(
    sheetKinds.map((kind) => {
      const { name, columns } = layouts[kind];
      const headings = Object.values(columns).map(
        ({ heading, isRequired }) => `${heading}${isRequired ? '*' : ''}`,
      );
      return { name, rows: [headings] };
    }),
  );
}
