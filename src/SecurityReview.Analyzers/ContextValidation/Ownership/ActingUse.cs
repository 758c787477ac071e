using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>A place where a value stands for who acts.</summary>
/// <param name="Value">The value.</param>
/// <param name="Key">The member or parameter that it is stored in, compared with or passed as.</param>
/// <param name="Owned">The type that has the member; null for a parameter.</param>
/// <param name="Form">How it is used.</param>
internal sealed record ActingUse(IOperation Value, string Key, ITypeSymbol? Owned, ActingForm Form);
