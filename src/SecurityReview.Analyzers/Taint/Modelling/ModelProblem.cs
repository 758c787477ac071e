using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Something in a model file that is not understood.</summary>
/// <param name="Span">The columns that are wrong.</param>
/// <param name="Message">What is wrong, and what is accepted instead.</param>
internal sealed record ModelProblem(TextSpan Span, string Message);
