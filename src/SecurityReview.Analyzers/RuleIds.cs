namespace SecurityReview.Analyzers;

/// <summary>Every rule id once. The first digit is the family.</summary>
public static class RuleIds
{
    public const string SqlInjection = "SECR1001";

    public const string NonConstantSql = "SECR1002";

    public const string MisplacedPlaceholder = "SECR1003";

    public const string DynamicIdentifier = "SECR1004";

    public const string ConcatenatedList = "SECR1005";

    public const string NestedDynamicSql = "SECR1006";

    public const string UntrustedQuery = "SECR1007";

    public const string ExceptionDetailInResponse = "SECR2001";

    public const string ExceptionMessageInResponse = "SECR2002";

    public const string DetailedErrors = "SECR2003";

    public const string ErrorHandlerMissing = "SECR2004";

    public const string SecretInException = "SECR2005";

    public const string SecretLogged = "SECR2006";

    public const string UntrustedLogTemplate = "SECR2007";

    public const string SecurityDecisionFailsOpen = "SECR2008";

    public const string SwallowedException = "SECR2009";

    public const string UndecidedEndpoint = "SECR3003";

    public const string IneffectiveAuthorization = "SECR3004";
    public const string ForeignObjectLoaded = "SECR3001";

    public const string ChildNotTied = "SECR3002";

    public const string IdentityFromRequest = "SECR3005";

    public const string MismatchedOwnerAccepted = "SECR3006";

    public const string ClientControlsPrivilege = "SECR3007";

    public const string UncheckedResult = "SECR3008";

    public const string OwnershipFilterFailsOpen = "SECR3009";

    public const string ContextNotValidated = "SECR3010";

    public const string RequestIdentityEscapes = "SECR3011";

    public const string DeleteOutcomeIgnored = "SECR4001";

    public const string CheckThenAct = "SECR4002";

    public const string StubDelete = "SECR4003";

    public const string ConcurrentDeleteNotHandled = "SECR4004";

    public const string MissingObjectDeleted = "SECR4005";

    public const string UnscopedDelete = "SECR4006";

    public const string OneTimeCredential = "SECR4007";

    public const string OptimisticConcurrencyBypassed = "SECR4008";

    public const string RelatedDeletesNotAtomic = "SECR4009";

    public const string UntrackedTodo = "SECR5001";

    public const string SecurityTodo = "SECR5002";

    public const string ExpiredTodo = "SECR5003";

    public const string DisabledControl = "SECR5004";

    public const string UnreasonedSuppression = "SECR5005";

    public const string InvalidConfiguration = "SECR9001";

    public const string BudgetUsedUp = "SECR9002";
}
