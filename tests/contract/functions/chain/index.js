const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Calls another function and passes on what it answers.
exports.main = async ({ name = 'echo', data = {} }) => {
  const own = cloud.getWXContext();
  const { result } = await cloud.callFunction({ name, data });
  return { own, inner: result };
};
