using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess.Placeholders;

/// <summary>The parameters that the code around a text passes along with it: as members of an object, as arguments, or added to a command nearby.</summary>
internal sealed class BoundParameters
{
    private static readonly char[] s_marks = ['@', ':', '$', '?'];

    /// <summary>How the types of what parameters are added to end.</summary>
    private static readonly string[] s_holders = ["ParameterCollection", "Parameters", "Command"];

    private readonly Dictionary<string, List<BoundParameter>> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<IOperation> _numbered;
    private readonly bool _areUncounted;

    private BoundParameters(IOperation sink, IOperation text)
    {
        foreach (var argument in ArgumentsOf(sink).Where(argument => argument.Value != text))
            AddMembers(argument.Value, argument.Parameter?.Name is "param" or "parameters");
        foreach (var operation in FunctionBody.Operations(FunctionBody.Of(sink)))
            AddAdded(operation);
        var values = NumberedArgument(sink)?.Value.Unwrap();
        _numbered = values is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements : ImmutableArray<IOperation>.Empty;
        _areUncounted = values is not null and not IArrayCreationOperation;
    }

    /// <summary>The parameters that go with a text.</summary>
    /// <param name="sink">The call, creation or assignment that takes the text.</param>
    /// <param name="text">The text.</param>
    public static BoundParameters Of(IOperation sink, IOperation text) => new(sink, text);

    /// <summary>Whether the method replaces <c>{0}</c> in the text by its arguments.</summary>
    public static bool AreNumbered(IOperation sink) => NumberedArgument(sink) is not null;

    /// <summary>The name of a parameter without its mark.</summary>
    public static string NameOf(string placeholder) => placeholder.TrimStart(s_marks);

    /// <summary>All that are passed for a placeholder: by its name, or by its number.</summary>
    public ImmutableArray<BoundParameter> For(string placeholder)
    {
        if (placeholder[0] != '{')
            return _named.TryGetValue(NameOf(placeholder), out var named)
                ? named.ToImmutableArray()
                : ImmutableArray<BoundParameter>.Empty;
        if (_areUncounted)
            return ImmutableArray.Create(new BoundParameter(null, null));
        return int.TryParse(placeholder.Trim('{', '}'), out var number) && number < _numbered.Length
            ? ImmutableArray.Create(Of(_numbered[number]))
            : ImmutableArray<BoundParameter>.Empty;
    }

    private static BoundParameter Of(IOperation value) => new(value.Unwrap(), value.Unwrap().Type);

    private static IArgumentOperation? NumberedArgument(IOperation sink) => ArgumentsOf(sink).FirstOrDefault(static argument =>
        argument.Parameter is { Name: "parameters", Type: var type } && (type is IArrayTypeSymbol || type.Name == "IEnumerable"));

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation sink) => sink switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    private void Add(string name, BoundParameter parameter)
    {
        name = NameOf(name);
        if (name.Length == 0)
            return;
        if (!_named.TryGetValue(name, out var known))
            _named[name] = known = [];
        known.Add(parameter);
    }

    /// <summary>The members of an object of parameters.</summary>
    /// <param name="passed">What is passed.</param>
    /// <param name="isObject">Whether the method says so: then an object of any type counts, else only one that is made up for it.</param>
    private void AddMembers(IOperation passed, bool isObject)
    {
        var value = passed.Unwrap();
        if (value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = assigned.Unwrap();
        if (value is IAnonymousObjectCreationOperation created)
        {
            foreach (var member in created.Initializers.OfType<ISimpleAssignmentOperation>())
            {
                if (member.Target is IPropertyReferenceOperation target)
                    Add(target.Property.Name, Of(member.Value));
            }
        }
        else if (isObject && value.Type is { } type)
        {
            var members = (type.SequenceElement() ?? type).SelfAndBaseTypes().Where(IsPlain).SelectMany(static holder => holder.GetMembers());
            foreach (var property in members.OfType<IPropertySymbol>())
            {
                if (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false })
                    Add(property.Name, new BoundParameter(null, property.Type));
            }
        }
    }

    /// <summary>Types of libraries hold parameters, they are none.</summary>
    private static bool IsPlain(ITypeSymbol type) => type.IsAnonymousType || type.HasSource();

    /// <summary>Parameters that the same body gives to a command or a collection: to which one is not asked.</summary>
    private void AddAdded(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when IsAdding(call):
                AddNamed(call.Arguments, operation);
                break;
            case IObjectCreationOperation { Type.Name: "DynamicParameters" } creation:
                foreach (var argument in creation.Arguments)
                    AddMembers(argument.Value, isObject: true);
                break;
            case IObjectCreationOperation { Type.Name: var name } creation when name.EndsWith("Parameter", StringComparison.Ordinal):
                AddNamed(creation.Arguments, operation);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ParameterName" } target } named
                when named.Value.ConstantValue is { HasValue: true, Value: string text }:
                Add(text, target.Instance is IInstanceReferenceOperation ? InitializedValue(operation.Parent) : new BoundParameter(null, null));
                break;
        }
    }

    private static bool IsAdding(IInvocationOperation call) =>
        call.TargetMethod.Name.IndexOf("Param", StringComparison.Ordinal) >= 0
        || (call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) && call.Receiver()?.Type?.Name is { } holder
            && s_holders.Any(end => holder.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>The name among the arguments, and the value behind it or given by way of <c>Value</c>.</summary>
    private void AddNamed(ImmutableArray<IArgumentOperation> arguments, IOperation made)
    {
        var given = arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit).OrderBy(static argument => argument.Parameter?.Ordinal).ToList();
        var index = given.FindIndex(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string });
        if (index < 0)
            return;
        var name = (string)given[index].Value.ConstantValue.Value!;
        // Behind the name comes a value, or the type of one and its length.
        var hasValue = index + 1 < given.Count && given[index + 1].Parameter?.Type.TypeKind != TypeKind.Enum;
        var next = hasValue ? given[index + 1].Value : null;
        var isSized = given.Any(static argument => argument.Parameter?.Name == "size");
        Add(name, (next is null ? ValueSet(made) : Of(next)) with { IsSized = isSized });
    }

    /// <summary>What the property <c>Value</c> of a parameter is set to right where it is made.</summary>
    private static BoundParameter ValueSet(IOperation made)
    {
        if (made.Parent is IPropertyReferenceOperation { Property.Name: "Value", Parent: ISimpleAssignmentOperation assignment } target
            && assignment.Target == target)
            return Of(assignment.Value);
        return made is IObjectCreationOperation { Initializer: { } initializer } ? InitializedValue(initializer) : new BoundParameter(null, null);
    }

    private static BoundParameter InitializedValue(IOperation? initializer) =>
        (initializer as IObjectOrCollectionInitializerOperation)?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static item => item.Target is IPropertyReferenceOperation { Property.Name: "Value" }) is { } item
            ? Of(item.Value)
            : new BoundParameter(null, null);
}
