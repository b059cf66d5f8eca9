const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async () => {
  await cloud
    .database()
    .collection('ticks')
    .add({ data: { name: 'monthly', at: Date.now() } });
};
