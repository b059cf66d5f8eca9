import { Button, Field } from '@/components';
import { numberProblem } from './numberText';
import type { usePdf } from './usePdf';

export interface NumberAndPdfProps {
  readonly label: string;
  readonly number: string;
  readonly onNumber: (number: string) => void;
  readonly pdf: ReturnType<typeof usePdf>;
  readonly pdfLabel: string;
}

/** What the tax platform has made: its number, and its PDF from a chat. */
export function NumberAndPdf({ label, number, onNumber, pdf, pdfLabel }: NumberAndPdfProps) {
  const problem = numberProblem(number);
  return (
    <>
      <Field
        id="invoice-number"
        label={label}
        keyboard="number"
        value={number}
        onChange={onNumber}
        most={20}
        {...(problem ? { error: problem } : {})}
      />
      <Button
        kind="outline"
        icon="upload"
        label={pdf.file ? pdf.file.name : pdfLabel}
        isBusy={pdf.isBusy}
        busyLabel={pdf.busyLabel}
        onTap={() => void pdf.choose()}
      />
    </>
  );
}
