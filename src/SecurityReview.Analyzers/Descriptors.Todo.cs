using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UntrackedTodo = Create(
        RuleIds.UntrackedTodo,
        "Untracked TODO",
        "{0} has no {1}{2}; name one, so that the work is not forgotten",
        DiagnosticSeverity.Info,
        "Work that nobody owns is not done; near security it stays a hole.",
        [546]);
}
