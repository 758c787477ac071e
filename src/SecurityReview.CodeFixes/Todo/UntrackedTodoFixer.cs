using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>Gives TODO comments that nobody owns a place for the name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntrackedTodoFixer))]
public sealed class UntrackedTodoFixer() : TodoPlaceholderFixer(RuleIds.UntrackedTodo, "Add placeholders to all untracked TODO comments");
