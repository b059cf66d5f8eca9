const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Writes now and once more after a while.
exports.main = async ({ ms }) => {
  const accounts = cloud.database().collection('accounts');
  await accounts.add({ data: { _id: 'early' } });
  await new Promise((resolve) => setTimeout(resolve, ms));
  await accounts.add({ data: { _id: 'late' } });
};
