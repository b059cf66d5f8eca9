import type { InvoiceView } from '../../../../types/contract/invoicing';

/** What every sheet about one invoice is given. */
export interface InvoiceSheetProps {
  readonly invoice: InvoiceView;
  /** `moved`: something was changed. */
  readonly onClose: (moved: boolean) => void;
}
