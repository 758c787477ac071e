using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation.Callers;

/// <summary>The caller's value for a key at one place, in the words of the project.</summary>
internal static class CallerExpression
{
    private const string Principal = "System.Security.Claims.ClaimsPrincipal";

    /// <summary>The expression; null where nothing in scope tells who calls, or not in the key's type.</summary>
    /// <param name="key">The member that names the owner.</param>
    /// <param name="type">Its type.</param>
    /// <param name="position">Where the expression is to stand.</param>
    public static ExpressionSyntax? At(int position, string key, ITypeSymbol type, RepairContext context)
    {
        var isOfTenant = OwnershipKeys.NounOf(key) is "tenant" or "organization" or "organisation" or "company" or "workspace";
        foreach (var idiom in CallerIdioms.Of(context).Ranked.Where(idiom => idiom.IsOfTenant == isOfTenant))
        {
            foreach (var receiver in InScope(position, idiom.Receiver, context))
            {
                if (As(type, idiom.Type, idiom.On(receiver)) is { } expression && Binds(expression, position, context))
                    return expression;
            }
        }

        return isOfTenant ? null : ByClaim(position, type, context);
    }

    /// <summary>The claim of the option, where the project has no words of its own.</summary>
    private static ExpressionSyntax? ByClaim(int position, ITypeSymbol type, RepairContext context)
    {
        if (context.Model.Compilation.GetTypeByMetadataName(Principal) is not { } principal)
            return null;
        var claim = context.Options.Get(ReviewOptions.IdentityClaim);
        var argument = claim == ReviewOptions.IdentityClaim.Default ? "System.Security.Claims.ClaimTypes.NameIdentifier" : SymbolDisplay.FormatLiteral(claim, quote: true);
        foreach (var receiver in InScope(position, principal, context))
        {
            var text = context.Model.Compilation.GetSpecialType(SpecialType.System_String);
            var read = SyntaxFactory.ParseExpression($"{receiver}.FindFirst({argument})!.Value");
            if (As(type, text, read) is { } expression && Binds(expression, position, context))
                return expression;
        }

        return null;
    }

    /// <summary>The names in scope that give a value of a type: variables, members, and the user of what has one.</summary>
    private static IEnumerable<ExpressionSyntax> InScope(int position, ITypeSymbol type, RepairContext context)
    {
        var symbols = context.Model.LookupSymbols(position).Where(symbol => IsReadable(symbol, position)).ToList();
        foreach (var symbol in symbols.Where(symbol => IsOf(TypeOf(symbol), type)).OrderBy(static symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1))
            yield return SyntaxFactory.IdentifierName(symbol.Name);
        if (type.Name != "ClaimsPrincipal")
            yield break;
        foreach (var holder in symbols.Where(static symbol => TypeOf(symbol) is { Name: "HttpContext" or "HubCallerContext" }))
            yield return SyntaxFactory.ParseExpression(TypeOf(holder)!.Name == "HttpContext" ? $"{holder.Name}.User" : $"{holder.Name}.User!");
    }

    private static bool IsReadable(ISymbol symbol, int position) => symbol switch
    {
        ILocalSymbol local => local.Locations.FirstOrDefault() is { } place && place.SourceSpan.End < position,
        IParameterSymbol or IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { IsWriteOnly: false, IsIndexer: false } => true,
        _ => false,
    };

    private static bool IsOf(ITypeSymbol? type, ITypeSymbol wanted) =>
        type is not null && (SymbolEqualityComparer.Default.Equals(type, wanted) || (wanted is INamedTypeSymbol named && type.IsOrInherits(named)));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>The value in the key's type.</summary>
    private static ExpressionSyntax? As(ITypeSymbol key, ITypeSymbol value, ExpressionSyntax expression)
    {
        var wanted = key is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : key;
        if (SymbolEqualityComparer.Default.Equals(wanted, value) || (value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } held && SymbolEqualityComparer.Default.Equals(wanted, held.TypeArguments[0])))
            return expression;
        if (value.SpecialType != SpecialType.System_String)
            return null;
        var text = expression is PostfixUnaryExpressionSyntax || expression.ToString().EndsWith("!.Value", StringComparison.Ordinal) ? expression.ToString() : expression + "!";
        return wanted switch
        {
            { SpecialType: SpecialType.System_Int32 } => SyntaxFactory.ParseExpression($"int.Parse({text}, System.Globalization.CultureInfo.InvariantCulture)"),
            { SpecialType: SpecialType.System_Int64 } => SyntaxFactory.ParseExpression($"long.Parse({text}, System.Globalization.CultureInfo.InvariantCulture)"),
            { Name: "Guid" } => SyntaxFactory.ParseExpression($"System.Guid.Parse({text})"),
            _ => null,
        };
    }

    private static bool Binds(ExpressionSyntax expression, int position, RepairContext context) =>
        context.Model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type is { TypeKind: not TypeKind.Error }
        && context.Model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol is not null;
}
