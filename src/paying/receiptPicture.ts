import type { Receipt } from '../../types/contract/payments';
import { dayOf, formatDay, type Instant } from '../../types/day';
import { sumFen } from '../../types/money';
import { formatYuan, yuanInWords } from '../../types/yuan';
import type { Pen, Picture } from '../services/pictures';
import { colours } from '../theme/native';
import { clockWords } from '../words/timeWords';
import { returnedBills, returnedFact } from './receiptRefunds';
import { channelNames, lineAmount, receiptFacts, receiptLines, yearOfPayment } from './receiptWords';

const width = 375;
const margin = 24;
const lineHeight = 28;
const smallest = 120;

/** One line of the picture: a name at the left, a value at the right. */
interface Line {
  readonly name: string;
  readonly value: string;
  readonly size: number;
  readonly colour: string;
}

/** A receipt as a picture to keep or hand on: the same words as on the page, with full dates and 大写. */
export function receiptPicture(receipt: Receipt): Picture {
  const blocks = blocksOf(receipt);
  const lines = blocks.reduce((count, block) => count + block.length, 0);
  return {
    width,
    height: smallest + lines * lineHeight + blocks.length * margin + margin,
    draw: (pen) => drawReceipt(pen, receipt, blocks),
  };
}

function blocksOf(receipt: Receipt): Line[][] {
  const paid = receiptLines(receipt, yearOfPayment(receipt.paidAt)).map((line) => ({
    name: line.name,
    value: lineAmount(line),
    size: 15,
    colour: line.isMinus ? colours.good : colours.ink,
  }));
  const plain = (name: string, value: string): Line => ({ name, value, size: 13, colour: colours.ink2 });
  const back = receipt.refunds.filter(({ state }) => state !== 'stuck').map(({ amount }) => amount);
  const at = `${formatDay(dayOf(receipt.paidAt as Instant))} ${clockWords(receipt.paidAt)}`;
  return [
    paid,
    [
      plain('大写', yuanInWords(receipt.amount)),
      plain('付款方式', channelNames[receipt.channel]),
      plain('付款时间', at),
      ...(back.length > 0 ? [plain('已退款', `−${formatYuan(sumFen(back))}`)] : []),
      ...returnedBills(receipt, yearOfPayment(receipt.paidAt)).map((bill) => {
        const { name, value } = returnedFact(bill);
        return plain(`${bill.itemName} ${name}`, value);
      }),
      ...receiptFacts(receipt).map(({ name, value }) => plain(name, value)),
    ],
  ];
}

function drawReceipt(pen: Pen, receipt: Receipt, blocks: readonly (readonly Line[])[]): void {
  const { height } = receiptPicture(receipt);
  pen.fillStyle = colours.card;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'middle';
  write(pen, '缴费收据', width / 2, 36, { size: 17, colour: colours.ink2, align: 'center' });
  write(pen, formatYuan(receipt.amount), width / 2, 80, { size: 34, colour: colours.ink, align: 'center' });
  let y = smallest;
  for (const block of blocks) {
    cut(pen, y);
    y += margin;
    for (const line of block) {
      write(pen, line.name, margin, y, { ...line, align: 'left' });
      write(pen, line.value, width - margin, y, { ...line, colour: line.colour, align: 'right' });
      y += lineHeight;
    }
  }
}

interface Lettering {
  readonly size: number;
  readonly colour: string;
  readonly align: 'left' | 'right' | 'center';
}

/** Long words get smaller rather than run into the name beside them. */
function write(pen: Pen, text: string, x: number, y: number, { size, colour, align }: Lettering): void {
  pen.fillStyle = colour;
  pen.textAlign = align;
  const most = align === 'center' ? width - margin * 2 : (width - margin * 2) * 0.74;
  for (let fitting = size; fitting >= 8; fitting -= 1) {
    pen.font = `${fitting}px sans-serif`;
    if (pen.measureText(text).width <= most) break;
  }
  pen.fillText(text, x, y);
}

function cut(pen: Pen, y: number): void {
  pen.strokeStyle = colours.line;
  pen.lineWidth = 1;
  pen.setLineDash([4, 4]);
  pen.beginPath();
  pen.moveTo(margin, y);
  pen.lineTo(width - margin, y);
  pen.stroke();
}
