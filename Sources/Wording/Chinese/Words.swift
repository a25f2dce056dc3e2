extension Chinese {
  /// What stands in a gap by itself: dimensions, kinds and short reasons.
  static let words = reasons.merging(kindsInSentences) { first, _ in first }
    .merging(meanings) { first, _ in first }

  /// What the kinds of things are called.
  private static let kinds = [
    "scenario": "情景", "city": "城市", "travel": "行程", "rail": "铁路", "park": "园区", "phase": "分期",
    "sector": "行业", "firm": "企业", "cohort": "企业群", "boost": "带动因素", "link": "园区联动",
    "screen": "准入条件", "enclave": "飞地", "incentive": "优惠", "tax": "税种", "assumption": "假设",
    "metric": "指标", "unit": "单位", "correlation": "相关性", "ensemble": "抽样", "observation": "观测值",
    "model": "模型", "library": "库",
  ]

  /// The same as sentences have them: by themselves, behind an article, before a name.
  private static let kindsInSentences = kinds.reduce(into: [String: String]()) { words, kind in
    let (english, chinese) = kind
    let article = "aeiou".contains(english.prefix(1)) && english != "unit" ? "an" : "a"
    words[english] = chinese
    words["\(article) \(english)"] = chinese
    words["\(english) "] = chinese
  }

  private static let reasons = [
    "a number": "数字", "a share": "比例",
    "Value-added tax": "增值税", "Surtaxes on VAT": "增值税附加", "Corporate income tax": "企业所得税",
    "Personal income tax": "个人所得税", "Property tax": "房产税", "Urban land-use tax": "城镇土地使用税",
    "Stamp duty": "印花税", "Toys and light assembly": "玩具及轻工组装", "Special paper": "特种纸",
    "Electronic components": "电子元器件", "Clean medicine and devices": "医药及医疗器械",
    "New materials and fluorochemicals": "新材料及氟化工", "Equipment": "装备制造",
    "Software and digital": "软件及数字经济", "Platforms, headquarters and trade": "平台、总部及贸易",
    "Logistics": "物流", "University or research institute": "高校及科研院所",
    "the central government": "中央", "the province": "省", "the city or county": "市县",
    "central": "中央", "province": "省", "local": "地方", "provincial": "省级",
    " here": "", "a value": "值", "a unit": "单位", "a name": "名称", "names": "名称", "a space": "空格",
    "a text in quotes": "引号中的文字", "a date from 1800 to 2300": "1800 至 2300 年的日期",
    "a command or a kind of thing": "命令或类别", "the source, in quotes": "引号中的来源",
    "the name of what the events are about": "事件所涉对象的名称", "the name of the new branch": "新分支的名称",
    "the name of an input, such as `smart.area`": "输入的名称，如 `smart.area`",
    "an uncertain parameter, such as `saving` or `p2.delay`": "不确定的参数，如 `saving` 或 `p2.delay`",
    "an uncertain parameter": "不确定的参数", "an input": "输入",
    "the parameter that it goes together with": "与其相关的参数",
    "an input, such as `tenants.firms`, and its range": "输入及其区间，输入如 `tenants.firms`",
    "an input, such as `tenants.firms`": "输入，如 `tenants.firms`",
    "what the source speaks of, such as `smart.area`": "来源所涉内容，如 `smart.area`",
    "what the source speaks of": "来源所涉内容",
    "the city": "市", "county": "县", "its city": "所属城市", "the scenario": "情景",
    "what these branches have in common": "各分支共同的期间",
    "it is a level of government": "它是政府层级", "when the scenario starts": "情景开始时",
    "when it arrives": "到来时",
    "land income that has to be spent elsewhere": "须计提他用的土地收入",
    "paid towards firms' own investment": "给予企业自身投资的补助",
    "what is left at the end, as given": "写明的期末价值",
    "the local part of credits that are paid out": "留抵退税的地方负担部分",
    "local tax of firms that left for another park": "迁往其他园区企业的地方税收", "true or false": "真假值",

    "each of its firms": "每家企业", "turns": "不接纳", "turn": "均不接纳", "with its delay, ": "计入推迟，",
    "arrives": "到来",
    "after": "之后", "before": "之前", "cities": "城市", "parks": "园区", "money": "金额", "an area": "面积",
    "a time": "时长", "a mass": "质量",
    "an amount of energy": "能量", "a number of job-years": "人年数",
    "a number per year": "每年的数字", "money per year": "每年的金额",
    "money per area": "单位面积的金额", "a number per area": "单位面积的数字",
    "money per area and year": "每年单位面积的金额",
    "net local flows": "地方净现金流", "additional net local flows": "新增地方净现金流",
    "mistakes": "错误", "doubts": "疑点",
    "year": "年", "quarter": "季度", "month": "月",
    "there is no such file": "没有此文件", "its folder does not exist": "所在文件夹不存在",
    "it is a folder": "它是文件夹", "it is not allowed": "没有权限", "the disk is full": "磁盘已满",
    "the disk is read-only": "磁盘只读", "it is too large": "文件过大",
    "a part of its path is not a folder": "路径中有一部分不是文件夹",
    "cannot be read": "不能读取", "cannot be written": "不能写入",
    "there is no run": "没有运行", "it has no value": "没有值", "it cannot be run": "不能运行",
    "it is in another unit": "单位不同",
    "the same, with what is sunk": "同上，计入沉没成本",
    "the year of the payback": "回收的年份",
    "direct jobs at the end": "期末直接就业",
    "until flows to date stay above zero": "至累计净流量保持为正的时间",
    "the same with present values": "同上，按现值计",
    "the same flows, not discounted": "同样的流量，不折现",
    "benefits for each yuan of costs": "每元费用带来的效益",
    "what is laid out: lines below benefits": "支出：效益以下各行",
    "what comes in: the lines above": "收入：以上各行",
    "costs for each of these jobs": "每个就业岗位的费用",
    "benefits less costs, at the start": "效益减费用，折算到开始时",
    "spent before the start, in no line above": "开始之前的支出，不在以上各行",
    "the same by days (XIRR)": "同上，按日计（XIRR）",
    "rate at which net present value is zero": "净现值为零的折现率",
    "the public part of phases": "各分期的公共投入",
    "local tax paid back to firms": "返还企业的地方税",
    "to or from an enclave's cities, of local tax and beside it": "飞地各城市之间的地方税分成及其他往来",
    "of the public part of complete phases": "按已建成分期的公共投入计",
    "to or from an enclave's park, as it is built": "对飞地园区建设的出资",
    "spent before the start, in no line but those with sunk": "开始之前的支出，只计入含沉没成本的各行",
    "what firms pay for land, once": "企业一次性支付的地价",
    "what all flows are worth at the start": "全部流量折算到开始时的价值",
    "there is no job more at the end": "期末没有新增就业",
    "nothing is laid out before it comes in": "收入之前没有支出",
    "no step costs more than it brings in": "没有一步入不敷出",
    "nothing is laid out on balance": "净支出为零",
    "no step brings in more than it costs": "没有一步收大于支",
    "net present value": "净现值", "net flow": "净流量",
    "internal rate of return": "内部收益率",
    "rate by dates": "按日内部收益率",
    "payback": "投资回收期", "discounted payback": "动态投资回收期", "break-even year": "回本年份",
    "benefit–cost ratio": "效益费用比", "cost of a job": "每个岗位费用",
    "a run that was": "一次运行", "it": "它",
    "the city's or county's part of tax": "税收中归市县的部分",
    "to the level above, of what local tax has grown by": "地方税增长部分上缴上级",
  ]
}
