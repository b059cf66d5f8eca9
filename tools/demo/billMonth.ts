import { addMonths, type Day, monthOf } from '../../types/day';
import { DemoPhone } from './demoPhone';
import { demoCommunity } from './importDemo';
import { withDuty } from './users';

const { id: communityId } = demoCommunity;

/** Milliseconds between two looks at the run. */
const pause = 200;

/** Finance bills last month, by the run that does so for every community. */
export async function billMonth(gatewayUrl: string, today: Day): Promise<void> {
  const phone = await DemoPhone.of(gatewayUrl, withDuty('财务').openid);
  const month = addMonths(monthOf(today), -1);
  const { billRunId } = await phone.ask('charging.startBillRun', { communityId, month });
  await until(phone, billRunId, 'drafted');
  await phone.ask('charging.publishBillRun', { billRunId });
  await until(phone, billRunId, 'published');
}

async function until(phone: DemoPhone, billRunId: string, state: 'drafted' | 'published'): Promise<void> {
  while ((await phone.ask('charging.billRun', { billRunId })).state !== state)
    await new Promise((resolve) => setTimeout(resolve, pause));
}
