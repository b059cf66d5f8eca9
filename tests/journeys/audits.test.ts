import { type PhoneUnderTest, startPhoneUnderTest } from '../../simulator/phone/testing/phoneUnderTest';
import { mustPassAudits } from './audits';

jest.setTimeout(60_000);

describe('the audits at the end of a journey', () => {
  let device: PhoneUnderTest;

  beforeAll(async () => {
    device = await startPhoneUnderTest('audits');
  });
  afterAll(() => device?.stop());

  test('a journey through calm pages passes', async () => {
    await mustPassAudits(device.miniProgram);
  });

  test('a journey fails by what one page did wrong, and says where', async () => {
    await device.open('/pages/small/small');
    await device.open('/pages/heavy/heavy');
    await (await (await device.top()).$('.fall'))?.tap();
    await device.open('/pages/calm/calm');
    await expect(mustPassAudits(device.miniProgram)).rejects.toThrow(
      /exceptions: 1, the limit is 0\n.*a handler fell/,
    );
    await expect(mustPassAudits(device.miniProgram, ['exceptions'])).rejects.toThrow(
      /pages\/small\/small button/,
    );
  });

  test('what a journey breaks on purpose does not fail it', async () => {
    await mustPassAudits(device.miniProgram, ['exceptions', 'tapTargets', 'contrast']);
  });
});
