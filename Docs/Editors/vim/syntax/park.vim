" Vim syntax file
" Language: Parkline scripts (*.park)
" Written by the tests from the tables of the language: Docs/Editors.md.

if exists("b:current_syntax")
  finish
endif

" Names have inner hyphens.
syn iskeyword @,48-57,_,192-255,-
syn case match

syn match parkMetric /\<\%(investment\.cumulative\|emissions\.cumulative\|jobs_per_serviced_ha\|net_local\.additional\|tax_per_serviced_mu\|investment\.private\|investment\.public\|investment_per_mu\|jobs\.construction\|market_potential\|refunds\.province\|refunds\.central\|firms\.rejected\|floor\.occupied\|floor\.serviced\|agglomeration\|contributions\|firms\.waiting\|jobs\.indirect\|land\.occupied\|land\.serviced\|refunds\.local\|floor\.vacant\|jobs\.induced\|tax\.province\|jobs_per_ha\|land\.vacant\|land_income\|local_share\|rail_uplift\|tax\.central\|value_added\|铁路带来的市场准入增幅\|investment\|jobs\.total\|tax_per_mu\|displaced\|emissions\|net_local\|occupancy\|set_aside\|tax\.local\|transfers\|建成土地每公顷就业\|handover\|jobs\.net\|建成土地亩均税收\|累计固定资产投资\|payroll\|rebates\|refunds\|净增地方净收益\|energy\|grants\|output\|profit\|上解上级支出\|中央留抵退税\|固定资产投资\|土地出让收入\|土地收入计提\|地方留成比例\|地方留抵退税\|已用建筑面积\|建成建筑面积\|异地税收损失\|未准入企业数\|省级留抵退税\|空置建筑面积\|累计碳排放量\|飞地共建出资\|firms\|土地利用率\|地方净收益\|每公顷就业\|等候企业数\|能源消费量\|jobs\|opex\|中央税收\|亩均投资\|亩均税收\|净增就业\|利润总额\|土地收入\|地方税收\|就业人数\|就业总数\|工资总额\|已用土地\|市场潜力\|建成土地\|建设用工\|引致就业\|投资补助\|政府投资\|民间投资\|留抵退税\|省级税收\|碳排放量\|税收返还\|累计投资\|运营支出\|闲置土地\|间接就业\|集聚弹性\|集聚系数\|飞地分成\|tax\|企业数\|增加值\|碳排放\|上解\|产值\|利润\|就业\|投资\|税收\|能耗\)\>/
syn match parkFunction /\<\%(cumulative\|triangular\|bernoulli\|lognormal\|discrete\|expected\|quantile\|uniform\|chance\|growth\|normal\|spread\|对数正态分布\|内部收益率\|beta\|mean\|pert\|ramp\|sqrt\|三角分布\|均匀分布\|正态分布\|离散分布\|exp\|irr\|max\|min\|npv\|sum\|净现值\|分位数\|最大值\|最小值\|期望值\|标准差\|at\|if\|ln\|合计\|均值\|如果\|概率\|累计\)\ze[(（]/
syn match parkKeyword /\<\%(false\|true\|and\|not\|in\|of\|or\|to\)\>/
syn match parkOption /\%(^\|\s\)\zs--[a-z-]\+/
syn match parkChoice /[=＝]\zs\%(jurisdiction\|value_added\|investment\|waterfall\|building\|expected\|holiday\|nominal\|payroll\|quarter\|s-curve\|tornado\|linear\|output\|profit\|random\|rebate\|sector\|theirs\|固定资产投资\|areas\|capex\|latin\|level\|lines\|month\|phase\|sobol\|years\|敏感性分析\|auto\|bars\|bass\|even\|firm\|half\|land\|none\|ours\|park\|real\|step\|tidy\|wide\|year\|中国区间\|利润总额\|增加值率\|工资总额\|影响因素\|投资奖补\|政府层级\|方差分解\|龙卷风图\|age\|fan\|off\|tax\|vat\|yes\|增值税\|增加值\|投资额\|折线图\|敏感性\|期望值\|柱形图\|面积图\|龙卷风\|en\|no\|on\|zh\|中国\|中文\|产业\|产值\|企业\|公司\|减免\|分期\|利润\|匀速\|半年\|园区\|地块\|均匀\|季度\|宽表\|工厂\|年份\|年度\|德国\|投资\|月度\|步长\|用地\|税收\|税种\|英文\|行业\|辖区\|返还\|长表\|阶段\|随机\|A\|D\|M\|S\|万\|否\|无\|是\|期\|税\)\>/
syn match parkAttribute /\<\%(attraction_elasticity\|investment_per_area\|research_deduction\|agglomeration_cap\|construction_jobs\|agreements_until\|siphon_half_life\|complementarity\|input_buildings\|input_equipment\|rail_elasticity\|building_share\|land_set_aside\|min_investment\|output_per_job\|reference_jobs\|survival_scale\|agglomeration\|floor_per_job\|handover_base\|internal_time\|jobs_per_area\|max_emissions\|carry_losses\|contribution\|displacement\|jurisdiction\|productivity\|refund_local\|substitution\|coefficient\|county_rate\|queue_decay\|siphon_near\|siphon_size\|value_added\|additional\|attraction\|break_even\|creditable\|deadweight\|employment\|investment\|job_growth\|land_price\|least_time\|max_energy\|multiplier\|population\|rail_decay\|ramp_share\|siphon_far\|emissions\|half_life\|inflation\|local_tax\|statistic\|total_tax\|closures\|complete\|decimals\|discount\|evidence\|handover\|headings\|indirect\|language\|province\|research\|sampling\|schedule\|spending\|terminal\|arrives\|between\|central\|checked\|exports\|holdout\|induced\|leakage\|min_tax\|overrun\|pattern\|profile\|replace\|sectors\|author\|counts\|energy\|fiscal\|growth\|hazard\|honour\|layout\|margin\|origin\|output\|prices\|public\|refund\|rounds\|second\|sector\|siphon\|source\|上解上级支出\|人均建筑面积\|固定资产投资\|建筑进项税率\|建设用工系数\|引致就业系数\|投资强度下限\|研发加计扣除\|设备进项税率\|退税地方负担\|间接就业系数\|boxes\|build\|delay\|depth\|draws\|every\|firms\|first\|fixed\|floor\|local\|moved\|opens\|pager\|phase\|saves\|share\|start\|title\|units\|until\|urban\|value\|years\|个人所得税\|企业所得税\|可抵扣比例\|地方纳税额\|就业增长率\|盈亏平衡点\|碳排放系数\|等候流失率\|能源消费量\|虹吸半衰期\|area\|base\|city\|core\|date\|from\|home\|host\|jobs\|keep\|kind\|land\|opex\|park\|ramp\|rate\|seed\|size\|step\|time\|type\|wage\|上解基数\|亏损结转\|互补系数\|人均产值\|人均工资\|关停方式\|关停系数\|出口比例\|分年支出\|创新系数\|到来方式\|协议截止\|单位能耗\|县域税率\|各年比例\|吸引弹性\|吸引系数\|固定数额\|土地价格\|土地计提\|地方税收\|基准就业\|增加值率\|就业人数\|就业密度\|就业带动\|市内时间\|建筑占比\|建筑面积\|投资强度\|抽样方法\|挤出比例\|排放上限\|政府出资\|无谓损失\|替代比例\|最短时间\|期末价值\|核对日期\|核心城市\|模仿系数\|每轮组数\|漏出比例\|生产总值\|相关系数\|研发比例\|碳排放量\|税收下限\|税收总额\|能耗上限\|虹吸规模\|虹吸近界\|虹吸远界\|行业范围\|补位比例\|计税依据\|距离衰减\|达产比例\|迁移比例\|运营支出\|退税比例\|铁路弹性\|集聚上限\|集聚弹性\|集聚系数\|首日规模\|cit\|end\|gdp\|net\|per\|pit\|tax\|top\|url\|vat\|yoy\|两园区\|价格年\|企业数\|兑现率\|关停率\|利润率\|半衰期\|增值税\|增加值\|增长率\|小数位\|建设期\|总税收\|投资额\|折现率\|生产率\|碳排放\|第二项\|箱体数\|纳税额\|统计量\|达产期\|迁出地\|通胀率\|飞入地\|飞出地\|by\|to\|vs\|上解\|中央\|乘数\|产业\|产值\|人口\|份额\|作者\|保留\|入驻\|净增\|净额\|出资\|分期\|分页\|到达\|同比\|园区\|图形\|地价\|地块\|地方\|城区\|城市\|备注\|完工\|对照\|就业\|层数\|岗位\|工资\|年份\|延误\|建成\|开始\|开工\|开通\|截止\|投产\|投资\|数位\|数值\|数量\|日期\|来源\|标题\|次数\|步长\|每隔\|比例\|版式\|用地\|用时\|留出\|省级\|种子\|税收\|税率\|税种\|竣工\|类型\|终点\|结束\|网址\|能耗\|节省\|节约\|落户\|虹吸\|行业\|表头\|证据\|语言\|财年\|起点\|起算\|超支\|轮数\|辖区\|进度\|阶段\|面积\|p\|q\|前\|按\|期\|止\|每\|税\|自\|起\)\ze[=＝]\%([=＝]\)\@!/
syn match parkNumber /\<[0-9０-９][0-9０-９,，]*\%([.．][0-9０-９]\+\)\=\%([eE][+-]\=[0-9]\+\)\=/ nextgroup=parkUnit
syn match parkUnit / \=\%(\%(billion\|million\|bn\|tn\|万亿\|十亿\|千万\|千亿\|百万\|M\|k\|万\|亿\|千\) \=\)\=\%(job-years\|hectares\|job-year\|hectare\|minutes\|minute\|months\|people\|hours\|month\|years\|吨二氧化碳\|days\|hour\|jobs\|tCO2\|year\|yuan\|元人民币\|吨标准煤\|平方公里\|平方千米\|CNY\|RMB\|day\|fen\|job\|km2\|min\|tce\|吨标煤\|平方米\|ha\|m2\|mu\|个月\|人年\|公顷\|分钟\|小时\|平米\|h\|t\|y\|个\|亩\|人\|元\|分\|吨\|天\|家\|年\|月\)\%(\/\%(job-years\|hectares\|job-year\|hectare\|minutes\|minute\|months\|people\|hours\|month\|years\|吨二氧化碳\|days\|hour\|jobs\|tCO2\|year\|yuan\|元人民币\|吨标准煤\|平方公里\|平方千米\|CNY\|RMB\|day\|fen\|job\|km2\|min\|tce\|吨标煤\|平方米\|ha\|m2\|mu\|个月\|人年\|公顷\|分钟\|小时\|平米\|h\|t\|y\|个\|亩\|人\|元\|分\|吨\|天\|家\|年\|月\)\)*\>[=＝]\@!\|[%％]\| \=\%(billion\|million\|bn\|tn\|万亿\|十亿\|千万\|千亿\|百万\|M\|k\|万\|亿\|千\)\>/ contained
syn match parkDate /\<[0-9]\{4}\%(-[0-9]\{1,2}\%(-[0-9]\{1,2}\)\=\|[HhQq][1-4]\)\>/
syn match parkName /\K\k*/ contained
syn match parkKind /\%(^\|[;；]\)\s*\zs\%(correlate\|incentive\|ensemble\|scenario\|enclave\|observe\|assume\|cohort\|metric\|screen\|sector\|travel\|boost\|model\|phase\|city\|firm\|link\|park\|rail\|unit\|准入条件\|园区联动\|带动因素\|tax\|企业群\|相关性\|观测值\|产业\|企业\|优惠\|假定\|假设\|公司\|分期\|单位\|园区\|地块\|场景\|城市\|奖补\|工厂\|情景\|抽样\|指标\|政策\|模型\|激励\|税种\|行业\|行程\|通勤\|铁路\|阶段\|飞地\|高铁\|期\|税\)\>/ nextgroup=parkName skipwhite
syn match parkCommand /\%(^\|[;；]\)\s*\zs\%(assumptions\|calibrate\|switching\|appraise\|backtest\|branches\|discover\|advance\|compare\|explain\|history\|recover\|tornado\|branch\|bridge\|events\|expect\|export\|format\|import\|record\|regret\|remove\|rename\|replay\|report\|rewind\|robust\|switch\|verify\|audit\|check\|merge\|print\|sobol\|sweep\|table\|timer\|unset\|worst\|敏感性分析\|best\|cite\|demo\|diff\|draw\|edit\|evpi\|goal\|help\|last\|list\|open\|plot\|quit\|redo\|save\|show\|tour\|undo\|信息价值\|假设清单\|分支清单\|取消设定\|多值测算\|差额分解\|影响因素\|方差分解\|目标求解\|稳健方案\|龙卷风图\|log\|new\|now\|set\|use\|临界值\|后悔值\|敏感性\|重命名\|龙卷风\|上表\|事件\|使用\|依据\|保存\|修改\|分支\|列出\|列表\|删除\|利用\|历史\|发现\|取样\|合并\|回测\|图表\|对比\|导入\|导出\|差异\|帮助\|引用\|恢复\|打印\|打开\|扫描\|报告\|报表\|推进\|撤销\|改动\|教程\|断言\|新建\|方案\|显示\|更名\|最好\|最差\|查看\|校准\|核对\|格式\|检查\|此刻\|比较\|演示\|画图\|编辑\|表格\|解释\|计时\|记录\|设定\|设置\|评价\|评估\|转到\|输出\|返回\|退出\|采用\|重做\|重放\|图\|表\)\>/
syn region parkString start=/["“]/ skip=/\\./ end=/["”]/ oneline
syn match parkComment /[#＃].*$/

hi def link parkAttribute Identifier
hi def link parkChoice Constant
hi def link parkCommand Statement
hi def link parkComment Comment
hi def link parkDate Number
hi def link parkFunction Function
hi def link parkKeyword Operator
hi def link parkKind Type
hi def link parkMetric Special
hi def link parkName Title
hi def link parkNumber Number
hi def link parkOption PreProc
hi def link parkString String
hi def link parkUnit Tag

let b:current_syntax = "park"
