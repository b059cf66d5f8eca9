import fc from 'fast-check';
import { Harness, li, wang } from '../testing/harness';
import type { KeptChoice } from './consents';

const templates = ['A', 'B'].map((id) => ({
  id,
  title: id,
  type: 'once' as const,
  fields: { thing1: '内容' },
}));

/** The ledger a product would keep by the book. */
class Ledger {
  remaining = 0;
  sent = 0;
  kept: KeptChoice | undefined;

  answer(answer: string): void {
    const result = this.kept ?? (answer === 'accept' || answer === 'always' ? 'accept' : 'reject');
    if (this.kept === undefined && (answer === 'always' || answer === 'never')) this.kept = result;
    if (result === 'accept') this.remaining += 1;
    if (this.kept === 'reject') this.remaining = 0;
  }

  send(isRight: boolean): number {
    if (!isRight) return 47003;
    if (this.remaining === 0) return 43101;
    this.remaining -= 1;
    this.sent += 1;
    return 0;
  }
}

const who = fc.constantFrom(wang, li);
const which = fc.constantFrom('A', 'B');
const act = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    who,
    which,
    answer: fc.constantFrom('accept', 'reject', 'always', 'never'),
  }),
  fc.record({ do: fc.constant('send' as const), who, which, isRight: fc.boolean() }),
  fc.record({ do: fc.constant('forget' as const), who, which }),
);

type Act = typeof act extends fc.Arbitrary<infer Step> ? Step : never;

async function take(harness: Harness, ledger: Ledger, step: Act): Promise<void> {
  const { messages } = harness.service;
  if (step.do === 'answer') {
    ledger.answer(step.answer);
    messages.answer(step.who, { [step.which]: step.answer });
  } else if (step.do === 'forget') {
    ledger.kept = undefined;
    messages.setKept(step.who, step.which, null);
  } else {
    const data = { thing1: { value: step.isRight ? '到访' : 'a\nb' } };
    const message = { touser: step.who, template_id: step.which, data };
    const { errcode } = await harness.call('subscribeMessage.send', message);
    expect(errcode).toBe(ledger.send(step.isRight));
  }
  expect(messages.remaining(step.who, step.which)).toBe(ledger.remaining);
}

test('whatever users and senders do, what may still be sent is what was agreed minus what was sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const harness = new Harness(templates, { sendingTime: 0 });
      const ledgers = new Map<string, Ledger>();
      for (const step of acts) {
        const key = `${step.who} ${step.which}`;
        const ledger = ledgers.get(key) ?? new Ledger();
        ledgers.set(key, ledger);
        await take(harness, ledger, step);
      }
      const sent = harness.service.messages.delivered({ limit: 1000 }).length;
      expect(sent).toBe([...ledgers.values()].reduce((sum, ledger) => sum + ledger.sent, 0));
      await harness.close();
    }),
    { seed: 23, numRuns: 60 },
  );
});
