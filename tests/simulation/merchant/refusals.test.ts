import { refusalOf } from './refusals';

const refused = (err_code: string, err_code_des: string) => ({
  ...{ return_code: 'SUCCESS', result_code: 'FAIL' },
  ...{ err_code, err_code_des },
});

describe('a refusal of API v2 in the words of APIv3', () => {
  test.each([
    [refused('ORDERPAID', '该订单已支付'), 400, 'ORDERPAID'],
    [refused('ORDERNOTEXIST', '订单不存在'), 404, 'ORDER_NOT_EXIST'],
    [refused('REFUNDNOTEXIST', 'not exist'), 404, 'RESOURCE_NOT_EXISTS'],
    [refused('USERPAYING', '用户支付中，需要输入密码'), 202, 'USERPAYING'],
    [refused('SYSTEMERROR', '系统错误'), 500, 'SYSTEM_ERROR'],
    [refused('SYSTEMERROR', '最短调用时间间隔为5分钟'), 400, 'INVALID_REQUEST'],
    [refused('INVALID_REQUEST', '201 商户订单号重复'), 403, 'OUT_TRADE_NO_USED'],
    [refused('ERROR', '订单已全额退款'), 400, 'INVALID_REQUEST'],
    [{ return_code: 'FAIL', return_msg: 'No Bill Exist' }, 400, 'NO_STATEMENT_EXIST'],
    [{ return_code: 'FAIL', return_msg: 'time_expire时间过短' }, 400, 'INVALID_REQUEST'],
  ])('%j', (answer, status, code) => {
    const said = refusalOf(answer);
    expect(said).toMatchObject({ status, fields: { code } });
    expect(said?.fields.message).not.toBe('');
  });

  test('what was done is none', () => {
    expect(refusalOf({ return_code: 'SUCCESS', result_code: 'SUCCESS' })).toBeUndefined();
  });
});
