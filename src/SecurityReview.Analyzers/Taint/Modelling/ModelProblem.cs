using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>A line that is not understood.</summary>
internal sealed record ModelProblem(TextSpan Line, string Message);
