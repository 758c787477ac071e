using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>Why an attribute has no effect where it stands.</summary>
/// <param name="Fault">What is wrong, for the message.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Repair">A value of <see cref="IneffectiveProperties"/>; null where nobody can tell what was meant.</param>
/// <param name="Cause">What makes it so, if that stands somewhere.</param>
internal sealed record LostPlace(string Fault, string Remedy, string? Repair = null, Location? Cause = null);
