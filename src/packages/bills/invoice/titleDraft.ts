import type { InputOf } from '../../../../types/contract';
import type { InvoiceTitle } from '../../../../types/contract/invoicing';

/** An invoice's title as it is written. */
export interface TitleDraft {
  readonly kind: InvoiceTitle['kind'];
  readonly name: string;
  readonly taxNumber: string;
  readonly email: string;
}

export const blankTitle: TitleDraft = { kind: 'person', name: '', taxNumber: '', email: '' };

export type TitleErrors = Partial<Record<'name' | 'taxNumber' | 'email', string>>;

/** What is missing or cannot be right; nothing where it can be sent. */
export function titleErrors({ kind, name, taxNumber, email }: TitleDraft): TitleErrors {
  return {
    ...(name.trim() === '' ? { name: kind === 'person' ? '请填写姓名' : '请填写公司名称' } : {}),
    ...(kind === 'company' && !/^[0-9A-Z]{15,20}$/.test(plainTaxNumber(taxNumber))
      ? { taxNumber: '税号是 15 到 20 位数字和大写字母，请核对' }
      : {}),
    ...(email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
      ? { email: '邮箱格式不对，不需要可以不填' }
      : {}),
  };
}

/** As the cloud takes it. */
export function titleOf({ kind, name, taxNumber, email }: TitleDraft): InputOf<'invoicing.ask'>['title'] {
  const mail = email.trim() === '' ? {} : { email: email.trim() };
  if (kind === 'person') return { kind, name: name.trim(), ...mail };
  return { kind, name: name.trim(), taxNumber: plainTaxNumber(taxNumber), ...mail };
}

function plainTaxNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}
