export { type Invoice, invoiceable, onRefund } from './invoice';
export { invoiceById, invoices } from './invoicingStore';
