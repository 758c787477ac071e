using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>Gives TODO comments about security a place for the ticket.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecurityTodoFixer))]
public sealed class SecurityTodoFixer() : TodoPlaceholderFixer(RuleIds.SecurityTodo, "Add placeholders to all TODO comments about security");
