const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Writes down what message push delivers.
exports.main = async (event) => {
  await cloud
    .database()
    .collection('events')
    .add({ data: { event, source: cloud.getWXContext().SOURCE } });
  return 'success';
};
