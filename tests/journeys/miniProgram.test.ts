import { startPhone } from '../../simulator/phone/phone';
import { startStandInCloud } from '../../simulator/phone/testing/standInCloud';
import { openMiniProgram } from './miniProgram';

jest.setTimeout(60_000);

test('an address in WEAPP_AUTOMATOR leads to what runs there, which goes on when the journey is over', async () => {
  const cloud = await startStandInCloud();
  const phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: 'oElsewhere' });
  try {
    const app = await openMiniProgram({ portable: true }, { WEAPP_AUTOMATOR: phone.automatorUrl });
    await app.miniProgram.callWxMethod('setStorageSync', 'seen', 'here');
    await app.close();
    expect(
      await phone.link.ask('App.callWxMethod', { method: 'getStorageSync', args: ['seen'] }),
    ).toMatchObject({
      result: 'here',
    });
  } finally {
    await phone.stop();
    await cloud.stop();
  }
});

test('a page that does not come to the top is named', async () => {
  const app = await openMiniProgram({ portable: false }, { WEAPP_AUTOMATOR: 'devtools' });
  try {
    await expect(app.visit('/pages/none/index')).rejects.toThrow('pages/none/index');
  } finally {
    await app.close();
  }
});

test('what is neither a phone, nor DevTools, nor an address is refused by name', async () => {
  await expect(openMiniProgram({ portable: true }, { WEAPP_AUTOMATOR: 'iphone' })).rejects.toThrow('iphone');
});

test('DevTools that are not there are told of, not waited for', async () => {
  const nowhere = { WEAPP_AUTOMATOR: 'devtools', WEAPP_CLI: '/no/such/cli', WEAPP_PROJECT: '.' };
  await expect(openMiniProgram({ portable: true }, nowhere)).rejects.toThrow(/cli/);
});
