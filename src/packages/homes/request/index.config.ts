export default definePageConfig({ navigationBarTitleText: '提交绑定申请', enablePullDownRefresh: false });
