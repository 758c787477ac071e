using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>A value that makes somebody privileged.</summary>
/// <param name="Value">The value: a flag, a role, a collection of them.</param>
/// <param name="What">What it decides, in words.</param>
/// <param name="WithContent">Whether what a collection holds counts.</param>
internal sealed record ClaimedPrivilege(IOperation Value, string What, bool WithContent);
