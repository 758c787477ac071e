using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Writes the code that gives a command its parameters, with the shortest call that its type declares.</summary>
internal sealed class ParameterWriter
{
    private readonly PlaceholderStyle _style;
    private readonly bool _hasAnnotations;
    private readonly bool _hasAddWithValue;
    private readonly bool _hasAddOfNameAndValue;
    private readonly INamedTypeSymbol? _parameterType;

    /// <param name="command">The static type of the command.</param>
    /// <param name="style">How parameters are marked.</param>
    /// <param name="hasAnnotations">Whether nullable annotations are on where the code goes.</param>
    public ParameterWriter(ITypeSymbol command, PlaceholderStyle style, bool hasAnnotations)
    {
        _style = style;
        _hasAnnotations = hasAnnotations;
        var collection = command.SelfAndBaseTypes().SelectMany(type => type.GetMembers("Parameters")).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        var methods = collection?.SelfAndBaseTypes().SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method.DeclaredAccessibility == Accessibility.Public && !method.IsStatic).ToList() ?? [];
        _hasAddWithValue = methods.Any(method => method.Name == "AddWithValue" && TakesNameAndValue(method));
        _hasAddOfNameAndValue = methods.Any(method => method.Name == "Add" && TakesNameAndValue(method) && !IsObsolete(method));
        _parameterType = methods.Where(method => method is { Name: "Add", Parameters.Length: 1 })
            .Select(method => method.Parameters[0].Type).OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.InstanceConstructors.Any(TakesNameAndValue));
    }

    /// <summary>Whether parameters can be written as part of the expression that makes the command.</summary>
    public bool CanInitialize => _parameterType is not null;

    /// <summary>The statements that add a parameter.</summary>
    /// <param name="command">The expression of the command.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="takeLocal">Takes the name of a local variable; false where it is taken.</param>
    public IEnumerable<StatementSyntax> Add(ExpressionSyntax command, Parameter parameter, Func<string, bool> takeLocal)
    {
        var name = NameOf(parameter);
        var value = ValueOf(parameter);
        if (_hasAddWithValue)
            return [Statement($"{command}.Parameters.AddWithValue({name}, {value});")];
        if (_hasAddOfNameAndValue)
            return [Statement($"{command}.Parameters.Add({name}, {value});")];
        if (_parameterType is not null)
            return [Statement($"{command}.Parameters.Add({New(parameter)});")];
        var local = FreeName.Like(parameter.Name + "Parameter", takeLocal);
        return
        [
            Statement($"var {local} = {command}.CreateParameter();"),
            Statement($"{local}.ParameterName = {name};"),
            Statement($"{local}.Value = {value};"),
            Statement($"{command}.Parameters.Add({local});"),
        ];
    }

    /// <summary>The statement that adds a parameter for each element of a list; their names are numbered.</summary>
    public StatementSyntax AddEach(ExpressionSyntax command, Parameter parameter, string list, string count, string index)
    {
        var name = $"{NameOf(parameter)} + {index}";
        var value = parameter.MayBeNull ? $"({(_hasAnnotations ? "object?" : "object")}){list}[{index}] ?? System.DBNull.Value" : $"{list}[{index}]";
        var added = _hasAddWithValue ? $"{command}.Parameters.AddWithValue({name}, {value});"
            : _hasAddOfNameAndValue ? $"{command}.Parameters.Add({name}, {value});"
            : _parameterType is not null ? $"{command}.Parameters.Add(new {TypeName}({name}, {value}));"
            : $"{{ var parameter = {command}.CreateParameter(); parameter.ParameterName = {name}; parameter.Value = {value}; {command}.Parameters.Add(parameter); }}";
        return Statement($"for (var {index} = 0; {index} < {list}.{count}; {index}++)\n{added}");
    }

    /// <summary>The statement that takes all parameters from a command.</summary>
    public static StatementSyntax Clear(ExpressionSyntax command) => Statement($"{command}.Parameters.Clear();");

    /// <summary>The initializer <c>Parameters = { … }</c> for the expression that makes the command.</summary>
    public ExpressionSyntax Initializer(IEnumerable<Parameter> parameters)
    {
        var creation = (ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new X {{ Parameters = {{ {string.Join(", ", parameters.Select(New))} }} }}");
        return creation.Initializer!.Expressions[0].WithTrailingTrivia(SyntaxFactory.Space).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
    }

    private string TypeName => _parameterType!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    private string New(Parameter parameter) =>
        $"new {TypeName}({NameOf(parameter)}, {ValueOf(parameter)})";

    public string NameOf(Parameter parameter) => SyntaxFactory.Literal(_style.IsOrdered() ? parameter.Name : _style.Write(parameter.Name)).Text;

    /// <summary>A provider refuses null, and knows the database's own.</summary>
    private string ValueOf(Parameter parameter)
    {
        if (!parameter.MayBeNull)
            return parameter.Value.ToString();
        return $"({(_hasAnnotations ? "object?" : "object")}){UnquotedValue.Receiver(parameter.Value)} ?? System.DBNull.Value";
    }

    /// <summary>A statement of the repair.</summary>
    public static StatementSyntax Statement(string text) =>
        SyntaxFactory.ParseStatement(text).WithTrailingTrivia(SyntaxFactory.LineFeed).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    private static bool TakesNameAndValue(IMethodSymbol method) =>
        method.Parameters.Length == 2 && method.Parameters[0].Type.SpecialType == SpecialType.System_String && method.Parameters[1].Type.SpecialType == SpecialType.System_Object;

    private static bool IsObsolete(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute");
}
