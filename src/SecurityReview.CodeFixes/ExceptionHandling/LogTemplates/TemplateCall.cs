using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;

/// <summary>A log call whose template is put together.</summary>
internal sealed class TemplateCall
{
    private static readonly SymbolDisplayFormat s_family = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly IInvocationOperation _call;
    private readonly int _at;
    private readonly RepairContext _context;

    private TemplateCall(InvocationExpressionSyntax syntax, IInvocationOperation call, int at, RepairContext context) => (Syntax, _call, _at, _context) = (syntax, call, at, context);

    public InvocationExpressionSyntax Syntax { get; }

    /// <summary>The call around its template; null where its arguments are not in the order of the parameters, or values come in an array.</summary>
    public static TemplateCall? Of(ArgumentSyntax template, RepairContext context)
    {
        if (template.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax syntax } list || context.Model.GetOperation(syntax, context.CancellationToken) is not IInvocationOperation call)
            return null;
        var given = call.Arguments.Where(static argument => argument.ArgumentKind is ArgumentKind.Explicit or ArgumentKind.ParamArray).Select(static argument => argument.Parameter?.Ordinal ?? -1).ToList();
        var isInOrder = given.SequenceEqual(given.OrderBy(static ordinal => ordinal)) && given.Select(static (ordinal, index) => ordinal - index).Distinct().Count() == 1;
        var hasArray = call.Arguments.Any(static argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.IsParams: true });
        return !isInOrder || hasArray ? null : new TemplateCall(syntax, call, list.Arguments.IndexOf(template), context);
    }

    /// <summary>The call with a constant template; null where it is not certain to mean the same.</summary>
    public InvocationExpressionSyntax? Rewritten()
    {
        var arguments = Syntax.ArgumentList.Arguments;
        var text = arguments[_at].Expression;
        var passed = arguments.Skip(_at + 1).ToList();
        if (text.HasCommentOrDirective() || Method(passed.Count) is not var (called, isNumbered))
            return null;
        var parts = new TemplateParts(_context.Model, _context.CancellationToken).Of(text).ToList();
        if (LogTemplate.Of(parts, isNumbered, passed.Count) is not { } template || template.Values.Any(value => value is not null && !CanBePassed(value)))
            return null;
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(template.Text));
        var next = 0;
        var values = template.Values.Select(value => value is null ? passed[next++] : SyntaxFactory.Argument(value.WithoutTrivia())).ToList();
        var all = arguments.Take(_at).Append(SyntaxFactory.Argument(literal).WithTriviaFrom(arguments[_at])).Concat(values).Select(static argument => argument.WithNameColon(null)).ToList();
        return Syntax.WithExpression(called).WithArgumentList(Syntax.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(all, Separators(all.Count))));
    }

    private IEnumerable<SyntaxToken> Separators(int count)
    {
        var there = Syntax.ArgumentList.Arguments.GetSeparators().ToList();
        return Enumerable.Range(0, count - 1).Select(index => index < there.Count ? there[index] : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
    }

    /// <summary>The method that takes values too, and whether it numbers them; null where there is none for this call.</summary>
    private (ExpressionSyntax Called, bool IsNumbered)? Method(int passed)
    {
        var method = _call.TargetMethod;
        if (method.Name is "Define" or "DefineScope")
            return null;
        var type = method.ContainingType.ToDisplayString(s_family);
        if (type.StartsWith("System.Diagnostics.", StringComparison.Ordinal))
            return (Syntax.Expression, true);
        if (type != "log4net.ILog" || method.Name.EndsWith("Format", StringComparison.Ordinal))
            return (Syntax.Expression, type == "log4net.ILog");
        // There is none that takes an exception too.
        if (passed > 0)
            return null;
        var name = SyntaxFactory.IdentifierName(method.Name + "Format");
        return Syntax.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.WithName(name), true),
            MemberBindingExpressionSyntax binding => (binding.WithName(name), true),
            _ => null,
        };
    }

    /// <summary>Whether a value means the same as one of many arguments: an array would be taken for all of them.</summary>
    private bool CanBePassed(ExpressionSyntax value) =>
        _context.Model.GetTypeInfo(value, _context.CancellationToken).Type is { IsRefLikeType: false, TypeKind: not (TypeKind.Array or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.Error) };
}
