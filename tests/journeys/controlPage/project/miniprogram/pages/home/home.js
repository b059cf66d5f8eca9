Page({
  data: { user: '', time: '', note: '' },
  onShow() {
    this.setData({ note: wx.getStorageSync('note') || '没有记过' });
    this.ask();
  },
  async ask() {
    try {
      const { result } = await wx.cloud.callFunction({ name: 'desk', data: { action: 'greet' } });
      this.setData(result);
    } catch (error) {
      this.setData({ time: `失败 ${error.errCode || ''}` });
    }
  },
  async scan() {
    const { result } = await wx.scanCode({});
    this.setData({ note: `扫到 ${result}` });
  },
  onShareAppMessage() {
    return { title: '八号工单', path: 'pages/ticket/ticket?id=8' };
  },
  async pay() {
    const outTradeNo = `desk${Date.now()}`;
    const { result } = await wx.cloud.callFunction({ name: 'desk', data: { action: 'order', outTradeNo } });
    try {
      await wx.requestPayment(result.payment);
      this.setData({ note: '付好了' });
    } catch {
      this.setData({ note: '没有付' });
    }
  },
  fall() {
    throw new Error('这一下出错了');
  },
  darken() {
    wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#000000' });
  },
  keep() {
    wx.setStorageSync('note', '记过了');
    this.setData({ note: '记过了' });
  },
});
