import { fen } from '../../types/money';
import type { Pen } from '../services/pictures';
import { receiptPicture } from './receiptPicture';
import { receipt } from './testing';

interface Written {
  readonly text: string;
  readonly font: string;
  readonly y: number;
}

function pen(): Pen & { readonly written: Written[] } {
  const written: Written[] = [];
  const nothing = () => undefined;
  return {
    written,
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '10px',
    textAlign: 'left',
    textBaseline: 'top',
    fillRect: nothing,
    fillText(text, _x, y) {
      written.push({ text, font: this.font, y });
    },
    measureText(text) {
      return { width: text.length * Number.parseInt(this.font, 10) * 0.8 };
    },
    beginPath: nothing,
    moveTo: nothing,
    lineTo: nothing,
    stroke: nothing,
    setLineDash: nothing,
    scale: nothing,
  };
}

test('the picture says what the receipt says, with 大写 and the whole date', () => {
  const drawn = pen();
  const picture = receiptPicture(receipt);
  picture.draw(drawn);
  const texts = drawn.written.map(({ text }) => text);
  expect(texts).toContain('¥1,284.60');
  expect(texts).toContain('壹仟贰佰捌拾肆元陆角整');
  expect(texts).toContain('2026年11月16日 14:38');
  expect(texts).toContain('4200 0027 8120 2611 1614 3807 2159');
  expect(Math.max(...drawn.written.map(({ y }) => y))).toBeLessThan(picture.height);
});

test('long words get smaller', () => {
  const drawn = pen();
  receiptPicture({ ...receipt, payeeName: '云栖物业服务有限公司第一分公司云栖苑项目管理处（筹）' }).draw(
    drawn,
  );
  const payee = drawn.written.find(({ text }) => text.startsWith('云栖物业'));
  expect(Number.parseInt(payee?.font ?? '99', 10)).toBeLessThan(13);
});

test('what was given back is on the picture too', () => {
  const drawn = pen();
  const refund = {
    refundId: 'r',
    fromPrepaid: fen(0),
    amount: fen(2000),
    state: 'done',
    at: 0,
    reason: '多缴',
    lines: [],
  } as const;
  receiptPicture({ ...receipt, refunds: [refund] }).draw(drawn);
  expect(drawn.written.map(({ text }) => text)).toContain('−¥20.00');
  expect(drawn.written.map(({ text }) => text)).toContain('已退款');
});
