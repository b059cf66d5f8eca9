const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// greet: who asks and what business time it is. notify: a subscription message that names the ticket's page. The timer does nothing.
exports.main = async ({ action, touser }) => {
  const { OPENID } = cloud.getWXContext();
  if (action === 'greet') return { user: OPENID, time: new Date().toISOString() };
  if (action !== 'notify') return {};
  const data = { thing1: { value: '厨房水管漏水' }, phrase2: { value: '已派单' } };
  return cloud.openapi.subscribeMessage.send({
    touser,
    templateId: 'ticketNews',
    page: 'pages/ticket/ticket?id=7',
    data,
  });
};
