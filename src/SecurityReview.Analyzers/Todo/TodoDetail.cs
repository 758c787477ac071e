namespace SecurityReview.Analyzers.Todo;

/// <summary>What a TODO comment can say so that the work is tracked.</summary>
public enum TodoDetail
{
    /// <summary>Who does it: <c>TODO(name)</c>, <c>@name</c>.</summary>
    Owner,

    /// <summary>Where it is planned: <c>#123</c>, <c>ABC-123</c>, an address.</summary>
    Ticket,

    /// <summary>Until when: an ISO date.</summary>
    Due,
}
