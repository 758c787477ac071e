using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Open work on authentication, permissions, input or secrets is a hole for as long as it is open, and without a ticket nobody plans to close it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecurityTodoAnalyzer() : TodoAnalyzer(TodoRule.Security, Descriptors.SecurityTodo);
