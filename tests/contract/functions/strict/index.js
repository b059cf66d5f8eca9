const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Uses `where` inside a transaction, which WeChat does not support.
exports.main = async () => {
  const transaction = await cloud.database().startTransaction();
  try {
    const { data } = await transaction.collection('accounts').where({ owner: 'x' }).get();
    return { data };
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  } finally {
    await transaction.rollback();
  }
};
