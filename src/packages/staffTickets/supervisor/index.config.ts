export default definePageConfig({ navigationBarTitleText: '主管看板', enablePullDownRefresh: true });
