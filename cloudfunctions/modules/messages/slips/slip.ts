import type { Day } from '../../../../types/day';
import { formatDay } from '../../../../types/day';
import { type Fen, noFen, sumFen } from '../../../../types/money';
import { formatPeriod, type Period } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';
import { Pdf, paper } from './pdf';
import type { Picture } from './picture';

/** What one home's slip (缴费通知单) says. No name: a slip lies in a letter box. */
export interface Slip {
  readonly communityName: string;
  /** 3栋2单元1201 */
  readonly place: string;
  readonly rows: readonly SlipRow[];
  /** Vouchers and prepayment that pay part of it, as one sum. */
  readonly covered: Fen;
  /** What one tap would pay on that day. */
  readonly amount: Fen;
  readonly on: Day;
  readonly servicePhone?: string;
  readonly code: Picture;
}

export interface SlipRow {
  readonly itemName: string;
  readonly period: Period;
  /** Late fee of the day included. */
  readonly amount: Fen;
}

const perPage = 3;
const height = paper.height / perPage;
const margin = 40;
const codeSide = 120;
/** Rows that fit; more are summed in the last. */
const mostRows = 7;

/** Three slips to a sheet of A4, to be cut at the dashed lines. */
export function printSheet(slips: readonly Slip[]): Buffer {
  const pdf = new Pdf();
  slips.forEach((slip, index) => {
    const place = index % perPage;
    if (place === 0) pdf.addPage();
    const top = paper.height - place * height;
    draw(pdf, slip, top);
    if (place > 0) pdf.line({ x: 0, y: top }, { x: paper.width, y: top }, { isDashed: true });
  });
  return pdf.bytes();
}

function draw(pdf: Pdf, slip: Slip, top: number): void {
  const right = paper.width - margin - codeSide - 24;
  const words = { size: 10 };
  pdf.text(margin, top - 44, '缴费通知单', { size: 16, isBold: true });
  pdf.text(right, top - 44, formatDay(slip.on), { ...words, align: 'right' });
  pdf.text(margin, top - 66, `${slip.communityName}　${slip.place}`, { size: 12, isBold: true });
  pdf.line({ x: margin, y: top - 76 }, { x: right, y: top - 76 });
  let y = top - 94;
  for (const { name, when, amount } of shownRows(slip.rows)) {
    pdf.text(margin, y, name, words);
    pdf.text(margin + 130, y, when, words);
    pdf.text(right, y, formatYuan(amount), { ...words, align: 'right' });
    y -= 16;
  }
  if (slip.covered > 0) {
    pdf.text(margin, y, '抵扣券和预存已抵', words);
    pdf.text(right, y, `-${formatYuan(slip.covered)}`, { ...words, align: 'right' });
  }
  const foot = top - height + 48;
  pdf.line({ x: margin, y: foot + 18 }, { x: right, y: foot + 18 });
  pdf.text(margin, foot, '应缴合计', { size: 12, isBold: true });
  pdf.text(right, foot, formatYuan(slip.amount), { size: 14, isBold: true, align: 'right' });
  const phone = slip.servicePhone ? `，服务电话 ${slip.servicePhone}` : '';
  pdf.text(margin, foot - 20, `金额以扫码时为准，如已缴清请忽略${phone}。`, { size: 8.5 });
  drawCode(pdf, slip.code, top);
}

function drawCode(pdf: Pdf, code: Picture, top: number): void {
  const x = paper.width - margin - codeSide;
  const y = top - 60 - codeSide;
  pdf.picture(code, { x, y }, codeSide);
  const centre = { size: 10, align: 'centre' as const };
  pdf.text(x + codeSide / 2, y - 16, '微信扫一扫', centre);
  pdf.text(x + codeSide / 2, y - 31, '绑定房屋后一键缴费', centre);
}

function shownRows(rows: readonly SlipRow[]) {
  const all = rows.map(({ itemName, period, amount }) => ({
    name: itemName,
    when: formatPeriod(period),
    amount,
  }));
  if (all.length <= mostRows) return all;
  const rest = all.slice(mostRows - 1);
  const sum = sumFen([noFen, ...rest.map(({ amount }) => amount)]);
  return [...all.slice(0, mostRows - 1), { name: `其余 ${rest.length} 笔`, when: '', amount: sum }];
}
