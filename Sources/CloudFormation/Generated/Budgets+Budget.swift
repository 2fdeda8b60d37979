// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension Budgets {
    /// `AWS::Budgets::Budget`
    public struct Budget: GeneratedResource {
        public static let type = "AWS::Budgets::Budget"
        public static let facts = ResourceFacts(
            primaryIdentifier: "Id",
            createOnly: "Budget/BudgetName NotificationsWithSubscribers",
            readOnly: "Id",
            permissions: [.create: "billing:GetBillingViewData budgets:ListTagsForResource budgets:ModifyBudget budgets:TagResource budgets:ViewBudget", .read: "billing:GetBillingViewData budgets:ListTagsForResource budgets:ViewBudget", .update: "billing:GetBillingViewData budgets:ListTagsForResource budgets:ModifyBudget budgets:TagResource budgets:UntagResource budgets:ViewBudget", .delete: "budgets:ModifyBudget", .list: "billing:GetBillingViewData budgets:ViewBudget"],
            tagProperty: "ResourceTags"
        )

        public let logicalID: LogicalID
        public var options: ResourceOptions
        public let declared: SourceLocation
        public var budget: BudgetData
        /// A change replaces the resource.
        public var notificationsWithSubscribers: [NotificationWithSubscribers]?
        public var resourceTags: [Tag]?

        public init(
            _ logicalID: LogicalID,
            budget: BudgetData,
            notificationsWithSubscribers: [NotificationWithSubscribers]? = nil,
            resourceTags: [Tag]? = nil,
            options: ResourceOptions = ResourceOptions(),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.logicalID = logicalID
            self.options = options
            declared = SourceLocation(file: file, line: line)
            self.budget = budget
            self.notificationsWithSubscribers = notificationsWithSubscribers
            self.resourceTags = resourceTags
        }

        public var properties: Value {
            var map = PropertyMap()
            map.put("Budget", budget)
            map.put("NotificationsWithSubscribers", notificationsWithSubscribers)
            map.put("ResourceTags", resourceTags)
            return map.value
        }

        /// What `Ref` gives.
        public var ref: Name<Budgets.Budget> { Name<Budgets.Budget>(Text(.attribute(of: id, Reference.refAttribute))) }

        public var idAttribute: ID<Budgets.Budget> { ID<Budgets.Budget>(Text(.attribute(of: id, "Id"))) }

        public struct AutoAdjustData: PropertyType {
            public var autoAdjustType: Text
            public var historicalOptions: HistoricalOptions?

            public init(
                autoAdjustType: Text,
                historicalOptions: HistoricalOptions? = nil
            ) {
                self.autoAdjustType = autoAdjustType
                self.historicalOptions = historicalOptions
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AutoAdjustType", autoAdjustType)
                map.put("HistoricalOptions", historicalOptions)
                return map.value
            }
        }

        public struct BudgetData: PropertyType {
            public var autoAdjustData: AutoAdjustData?
            public var billingViewArn: (any ARNReference)?
            public var budgetLimit: Spend?
            public var budgetName: Text?
            public var budgetType: Text
            public var costFilters: Value?
            public var costTypes: CostTypes?
            public var filterExpression: Expression?
            public var metrics: [Text]?
            public var plannedBudgetLimits: Value?
            public var timePeriod: TimePeriod?
            public var timeUnit: Text

            public init(
                budgetType: Text,
                timeUnit: Text,
                autoAdjustData: AutoAdjustData? = nil,
                billingViewArn: (any ARNReference)? = nil,
                budgetLimit: Spend? = nil,
                budgetName: Text? = nil,
                costFilters: Value? = nil,
                costTypes: CostTypes? = nil,
                filterExpression: Expression? = nil,
                metrics: [Text]? = nil,
                plannedBudgetLimits: Value? = nil,
                timePeriod: TimePeriod? = nil
            ) {
                self.autoAdjustData = autoAdjustData
                self.billingViewArn = billingViewArn
                self.budgetLimit = budgetLimit
                self.budgetName = budgetName
                self.budgetType = budgetType
                self.costFilters = costFilters
                self.costTypes = costTypes
                self.filterExpression = filterExpression
                self.metrics = metrics
                self.plannedBudgetLimits = plannedBudgetLimits
                self.timePeriod = timePeriod
                self.timeUnit = timeUnit
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("AutoAdjustData", autoAdjustData)
                map.put("BillingViewArn", billingViewArn)
                map.put("BudgetLimit", budgetLimit)
                map.put("BudgetName", budgetName)
                map.put("BudgetType", budgetType)
                map.put("CostFilters", costFilters)
                map.put("CostTypes", costTypes)
                map.put("FilterExpression", filterExpression)
                map.put("Metrics", metrics)
                map.put("PlannedBudgetLimits", plannedBudgetLimits)
                map.put("TimePeriod", timePeriod)
                map.put("TimeUnit", timeUnit)
                return map.value
            }
        }

        public struct CostCategoryValues: PropertyType {
            public var key: Text?
            public var matchOptions: [Text]?
            public var values: [Text]?

            public init(
                key: Text? = nil,
                matchOptions: [Text]? = nil,
                values: [Text]? = nil
            ) {
                self.key = key
                self.matchOptions = matchOptions
                self.values = values
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Key", key)
                map.put("MatchOptions", matchOptions)
                map.put("Values", values)
                return map.value
            }
        }

        public struct CostTypes: PropertyType {
            public var includeCredit: Scalar<Bool>?
            public var includeDiscount: Scalar<Bool>?
            public var includeOtherSubscription: Scalar<Bool>?
            public var includeRecurring: Scalar<Bool>?
            public var includeRefund: Scalar<Bool>?
            public var includeSubscription: Scalar<Bool>?
            public var includeSupport: Scalar<Bool>?
            public var includeTax: Scalar<Bool>?
            public var includeUpfront: Scalar<Bool>?
            public var useAmortized: Scalar<Bool>?
            public var useBlended: Scalar<Bool>?

            public init(
                includeCredit: Scalar<Bool>? = nil,
                includeDiscount: Scalar<Bool>? = nil,
                includeOtherSubscription: Scalar<Bool>? = nil,
                includeRecurring: Scalar<Bool>? = nil,
                includeRefund: Scalar<Bool>? = nil,
                includeSubscription: Scalar<Bool>? = nil,
                includeSupport: Scalar<Bool>? = nil,
                includeTax: Scalar<Bool>? = nil,
                includeUpfront: Scalar<Bool>? = nil,
                useAmortized: Scalar<Bool>? = nil,
                useBlended: Scalar<Bool>? = nil
            ) {
                self.includeCredit = includeCredit
                self.includeDiscount = includeDiscount
                self.includeOtherSubscription = includeOtherSubscription
                self.includeRecurring = includeRecurring
                self.includeRefund = includeRefund
                self.includeSubscription = includeSubscription
                self.includeSupport = includeSupport
                self.includeTax = includeTax
                self.includeUpfront = includeUpfront
                self.useAmortized = useAmortized
                self.useBlended = useBlended
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("IncludeCredit", includeCredit)
                map.put("IncludeDiscount", includeDiscount)
                map.put("IncludeOtherSubscription", includeOtherSubscription)
                map.put("IncludeRecurring", includeRecurring)
                map.put("IncludeRefund", includeRefund)
                map.put("IncludeSubscription", includeSubscription)
                map.put("IncludeSupport", includeSupport)
                map.put("IncludeTax", includeTax)
                map.put("IncludeUpfront", includeUpfront)
                map.put("UseAmortized", useAmortized)
                map.put("UseBlended", useBlended)
                return map.value
            }
        }

        public struct Expression: PropertyType {
            public var and: [Expression]?
            public var costCategories: CostCategoryValues?
            public var dimensions: ExpressionDimensionValues?
            @Indirect public var not: Expression?
            public var or: [Expression]?
            public var tags: TagValues?

            public init(
                and: [Expression]? = nil,
                costCategories: CostCategoryValues? = nil,
                dimensions: ExpressionDimensionValues? = nil,
                not: Expression? = nil,
                or: [Expression]? = nil,
                tags: TagValues? = nil
            ) {
                self.and = and
                self.costCategories = costCategories
                self.dimensions = dimensions
                self.not = not
                self.or = or
                self.tags = tags
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("And", and)
                map.put("CostCategories", costCategories)
                map.put("Dimensions", dimensions)
                map.put("Not", not)
                map.put("Or", or)
                map.put("Tags", tags)
                return map.value
            }
        }

        public struct ExpressionDimensionValues: PropertyType {
            public var key: Text?
            public var matchOptions: [Text]?
            public var values: [Text]?

            public init(
                key: Text? = nil,
                matchOptions: [Text]? = nil,
                values: [Text]? = nil
            ) {
                self.key = key
                self.matchOptions = matchOptions
                self.values = values
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Key", key)
                map.put("MatchOptions", matchOptions)
                map.put("Values", values)
                return map.value
            }
        }

        public struct HistoricalOptions: PropertyType {
            public var budgetAdjustmentPeriod: Scalar<Int>

            public init(
                budgetAdjustmentPeriod: Scalar<Int>
            ) {
                self.budgetAdjustmentPeriod = budgetAdjustmentPeriod
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("BudgetAdjustmentPeriod", budgetAdjustmentPeriod)
                return map.value
            }
        }

        public struct Notification: PropertyType {
            public var comparisonOperator: Text
            public var notificationType: Text
            public var threshold: Scalar<Double>
            public var thresholdType: Text?

            public init(
                comparisonOperator: Text,
                notificationType: Text,
                threshold: Scalar<Double>,
                thresholdType: Text? = nil
            ) {
                self.comparisonOperator = comparisonOperator
                self.notificationType = notificationType
                self.threshold = threshold
                self.thresholdType = thresholdType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("ComparisonOperator", comparisonOperator)
                map.put("NotificationType", notificationType)
                map.put("Threshold", threshold)
                map.put("ThresholdType", thresholdType)
                return map.value
            }
        }

        public struct NotificationWithSubscribers: PropertyType {
            public var notification: Notification
            public var subscribers: [Subscriber]

            public init(
                notification: Notification,
                subscribers: [Subscriber]
            ) {
                self.notification = notification
                self.subscribers = subscribers
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Notification", notification)
                map.put("Subscribers", subscribers)
                return map.value
            }
        }

        public struct Spend: PropertyType {
            public var amount: Scalar<Double>
            public var unit: Text

            public init(
                amount: Scalar<Double>,
                unit: Text
            ) {
                self.amount = amount
                self.unit = unit
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Amount", amount)
                map.put("Unit", unit)
                return map.value
            }
        }

        public struct Subscriber: PropertyType {
            public var address: Text
            public var subscriptionType: Text

            public init(
                address: Text,
                subscriptionType: Text
            ) {
                self.address = address
                self.subscriptionType = subscriptionType
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Address", address)
                map.put("SubscriptionType", subscriptionType)
                return map.value
            }
        }

        public struct TagValues: PropertyType {
            public var key: Text?
            public var matchOptions: [Text]?
            public var values: [Text]?

            public init(
                key: Text? = nil,
                matchOptions: [Text]? = nil,
                values: [Text]? = nil
            ) {
                self.key = key
                self.matchOptions = matchOptions
                self.values = values
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("Key", key)
                map.put("MatchOptions", matchOptions)
                map.put("Values", values)
                return map.value
            }
        }

        public struct TimePeriod: PropertyType {
            public var end: Text?
            public var start: Text?

            public init(
                end: Text? = nil,
                start: Text? = nil
            ) {
                self.end = end
                self.start = start
            }

            public var properties: Value {
                var map = PropertyMap()
                map.put("End", end)
                map.put("Start", start)
                return map.value
            }
        }
    }
}
