const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// greet: who asks and what business time it is. order: a bill to pay. notify: a subscription message that names the ticket's page.
// The timer and a payment's notice do nothing.
exports.main = async ({ action, touser, outTradeNo }) => {
  const { OPENID, ENV } = cloud.getWXContext();
  if (action === 'greet') return { user: OPENID, time: new Date().toISOString() };
  if (action === 'order') return cloud.cloudPay.unifiedOrder(order(ENV, outTradeNo));
  if (action !== 'notify') return {};
  const data = { thing1: { value: '厨房水管漏水' }, phrase2: { value: '已派单' } };
  return cloud.openapi.subscribeMessage.send({
    touser,
    templateId: 'ticketNews',
    page: 'pages/ticket/ticket?id=7',
    data,
  });
};

function order(envId, outTradeNo) {
  return {
    functionName: 'desk',
    envId,
    subMchId: '1600000001',
    nonceStr: 'n'.repeat(32),
    body: '物业费',
    outTradeNo,
    totalFee: 12345,
    spbillCreateIp: '127.0.0.1',
    tradeType: 'JSAPI',
  };
}
