const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Writes down each run of its timer.
exports.main = async (event) => {
  const { SOURCE, OPENID } = cloud.getWXContext();
  await cloud
    .database()
    .collection('ticks')
    .add({
      data: {
        name: 'tick',
        at: Date.now(),
        event,
        source: SOURCE,
        openid: OPENID ?? null,
        trigger: process.env.TRIGGER_SRC,
      },
    });
};
