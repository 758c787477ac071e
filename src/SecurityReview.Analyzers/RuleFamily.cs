namespace SecurityReview.Analyzers;

/// <summary>The families of rules, in the order in which a review reports them. The number is the first digit of the rule id.</summary>
public enum RuleFamily
{
    DataAccess = 1,
    ExceptionHandling = 2,
    ContextValidation = 3,
    DeleteRace = 4,
    Todo = 5,

    /// <summary>The package itself: its options and model files.</summary>
    Configuration = 9,
}
