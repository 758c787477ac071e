namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>What the fix of a claimed privilege needs to know, as properties of the finding.</summary>
internal static class PrivilegeFacts
{
    /// <summary>Whether the value is a truth value, to which a test can be added.</summary>
    public const string IsTruth = "IsTruth";
}
