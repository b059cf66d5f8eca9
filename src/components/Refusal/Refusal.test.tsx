import { words } from '../testing/markup';
import { Refusal } from './Refusal';

test('it says what does not go, why, and the other way', () => {
  const refusal = (
    <Refusal title="金额有变化" sentence="请核对后再缴。">
      <>看明细</>
    </Refusal>
  );
  expect(words(refusal)).toBe('金额有变化 请核对后再缴。 看明细');
});
