export default definePageConfig({ navigationBarTitleText: '工单月报', enablePullDownRefresh: true });
