namespace Own;

public class CallContext
{
    public string UserId { get; set; } public string TenantId { get; set; } public Guid? ProjectId { get; set; }
    public bool IsAdmin { get; set; } public List<string> Roles { get; set; } = new();
    public bool IsValid => UserId != null;
}
public record RequestContext(int UserId, int OrganizationId, bool IsSystem, string[] Permissions);
public interface ICurrentUser { string UserId { get; } string TenantId { get; } bool IsInRole(string r); ClaimsPrincipal Principal { get; } }

public class Doc
{
    public int Id { get; set; } public string UserId { get; set; } public string OwnerId { get; set; } public string TenantId { get; set; }
    public Guid? ProjectId { get; set; } public string Title { get; set; } public string LastModifiedBy { get; set; }
    public int OrganizationId { get; set; } public string CreatedBy { get; set; }
}
public interface IDocRepo { Task<Doc> Get(int id); Task<List<Doc>> ForUser(string u); Task<List<Doc>> ForTenant(string t); Task Save(Doc d, string u); }
public class ForbiddenException : Exception { public ForbiddenException(string m = null) : base(m) { } }

public class DocService
{
    private readonly IDocRepo _repo; private readonly ICurrentUser _me; private readonly ILogger<DocService> _log;
    public DocService(IDocRepo repo, ICurrentUser me, ILogger<DocService> log) { _repo = repo; _me = me; _log = log; }

    public (string user, string tenant) IdsFromInstance(CallContext ctx, Doc doc)
    {
        var user = ctx.UserId;
        var tenant = ctx.TenantId;
        if (ctx.UserId != doc.UserId) // expect SECR3006
        {
            user = doc.UserId;
        }
        if (ctx.IsAdmin && ctx.TenantId != doc.TenantId)
        {
            tenant = doc.TenantId;
        }
        return (user, tenant);
    }

    public string B1(CallContext ctx, Doc doc)
    {
        return ctx.UserId != doc.OwnerId ? doc.OwnerId : ctx.UserId; // expect SECR3006
    }

    public string B2(CallContext ctx, Doc doc) => ctx.TenantId == doc.TenantId ? ctx.TenantId : doc.TenantId; // expect SECR3006

    public void B3(CallContext ctx, Doc doc)
    {
        if (doc.TenantId != ctx.TenantId) // expect SECR3006
            ctx.TenantId = doc.TenantId;
    }

    public void B4(CallContext context, Doc doc)
    {
        if (!string.Equals(context.UserId, doc.UserId, StringComparison.Ordinal)) // expect SECR3006
        {
            _log.LogInformation("user switched to {U}", doc.UserId);
            context.UserId = doc.UserId;
        }
    }

    public void B5(CallContext context, Doc doc)
    {
        if (!context.UserId.Equals(doc.UserId)) // expect SECR3006
        {
            context = new CallContext { UserId = doc.UserId, TenantId = context.TenantId };
        }
        _repo.Save(doc, context.UserId);
    }

    public async Task B6(RequestContext ctx, Doc doc)
    {
        var org = ctx.OrganizationId;
        if (org != doc.OrganizationId) // expect SECR3006
            org = doc.OrganizationId;
        await _repo.ForTenant(org.ToString());
    }

    public async Task<List<Doc>> B7(CallContext ctx, Doc doc)
    {
        if (ctx.TenantId != doc.TenantId) // expect SECR3006
        {
            return await _repo.ForTenant(doc.TenantId);
        }
        return await _repo.ForTenant(ctx.TenantId);
    }

    public async Task B8(int id)
    {
        var doc = await _repo.Get(id);
        var owner = _me.UserId;
        if (doc.OwnerId != _me.UserId) // expect SECR3006
        {
            owner = doc.OwnerId;
        }
        await _repo.Save(doc, owner);
    }

    public string B9(CallContext ctx, Doc doc)
    {
        if (ctx.UserId == doc.UserId)  // expect SECR3006
        {
            return ctx.UserId;
        }
        else
        {
            return doc.UserId;
        }
    }

    public RequestContext B10(RequestContext ctx, Doc doc)
    {
        return ctx.OrganizationId != doc.OrganizationId // expect SECR3006
            ? ctx with { OrganizationId = doc.OrganizationId }
            : ctx;
    }

    public string B11(ClaimsPrincipal user, Doc doc)
    {
        var uid = user.FindFirstValue(ClaimTypes.NameIdentifier);
        if (uid != doc.UserId) // expect SECR3006
            uid = doc.UserId;
        return uid;
    }

    public string B12(CallContext ctx, Doc doc)
    {
        var effective = (ctx.UserId == doc.UserId) switch // expect SECR3006
        {
            true => ctx.UserId,
            false => doc.UserId,
        };
        return effective;
    }

    public Guid? B13(CallContext ctx, Doc doc)
    {
        Guid? project = ctx.ProjectId;
        if (doc.ProjectId.HasValue && doc.ProjectId != ctx.ProjectId) // expect SECR3006
        {
            project = doc.ProjectId.Value;
        }
        return project;
    }

    public void B14(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId || ctx.TenantId != doc.TenantId) // expect SECR3006
        {
            ctx.UserId = doc.UserId;
            ctx.TenantId = doc.TenantId;
        }
    }

    public void B15(CallContext ctx, Doc doc)
    {
        if (doc != null && doc.UserId != null && ctx.UserId != doc.UserId) // expect SECR3006
        {
            ctx.UserId = doc.UserId;
        }
    }

    public void B16(CallContext ctx, Doc doc)
    {
        var same = ctx.TenantId == doc.TenantId; // expect SECR3006
        if (!same)
        {
            ctx.TenantId = doc.TenantId;
        }
    }

    public void B17(CallContext ctx, Doc doc, bool force)
    {
        if (force && ctx.TenantId != doc.TenantId) // expect SECR3006
            ctx.TenantId = doc.TenantId;
    }

    public void B18(CallContext ctx, Doc doc)
    {
        var (u, t) = (ctx.UserId, ctx.TenantId);
        if (t != doc.TenantId) // expect SECR3006
        {
            t = doc.TenantId;
        }
        _repo.Save(doc, u + t);
    }

    public async Task B19(CallContext ctx, IEnumerable<Doc> docs)
    {
        foreach (var d in docs)
        {
            var user = ctx.UserId;
            if (d.UserId != user) // expect SECR3006
            {
                user = d.UserId;
            }
            await _repo.Save(d, user);
        }
    }

    public void B20(CallContext ctx, Doc doc)
    {
        try
        {
            if (ctx.UserId != doc.CreatedBy) // expect SECR3006
            {
                ctx.UserId = doc.CreatedBy;
            }
        }
        catch (InvalidOperationException) { throw; }
    }

    public string B21(CallContext ctx, Doc doc)
    {
        string Resolve()
        {
            if (doc.UserId != ctx.UserId) return doc.UserId; // expect SECR3006
            return ctx.UserId;
        }
        return Resolve();
    }

    // ---- silent

    public string S1(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId)
            throw new ForbiddenException();
        return doc.UserId;
    }

    public string S2(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId)
        {
            if (!ctx.IsAdmin) throw new ForbiddenException("not yours: " + doc.UserId);
            return doc.UserId;
        }
        return ctx.UserId;
    }

    public string S3(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId && ctx.Roles.Contains("admin"))
            return doc.UserId;
        return ctx.UserId;
    }

    public bool S4(CallContext ctx, Doc doc) => ctx.UserId == doc.UserId || ctx.IsAdmin;

    public void S5(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId)
        {
            _log.LogWarning("User {Me} tried to read doc of {Owner}", ctx.UserId, doc.UserId);
        }
    }

    public void S6(CallContext ctx, Doc doc)
    {
        if (doc.LastModifiedBy != ctx.UserId)
            doc.LastModifiedBy = ctx.UserId;
    }

    public void S7(CallContext ctx, Doc doc)
    {
        if (doc.OwnerId != ctx.UserId)
            doc.OwnerId = ctx.UserId;
    }

    public void S8(Doc incoming, Doc existing)
    {
        if (incoming.OwnerId != existing.OwnerId)
            existing.OwnerId = incoming.OwnerId;
        if (existing.TenantId != incoming.TenantId) existing.TenantId = incoming.TenantId;
        existing.Title = incoming.Title != existing.Title ? incoming.Title : existing.Title;
    }

    public List<string> S9(Doc before, Doc after)
    {
        var changes = new List<string>();
        if (before.UserId != after.UserId) changes.Add($"owner {before.UserId} -> {after.UserId}");
        return changes;
    }

    public async Task<Doc> S10(CallContext ctx, int id)
    {
        var doc = await _repo.Get(id);
        if (doc == null || doc.TenantId != ctx.TenantId) return null;
        return doc;
    }

    public async Task<bool> S11(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.OwnerId) return false;
        await _repo.Save(doc, doc.OwnerId);
        return true;
    }

    public string S12(CallContext ctx, Doc doc)
    {
        if (!ctx.IsAdmin) return ctx.UserId;
        return ctx.UserId != doc.UserId ? doc.UserId : ctx.UserId;
    }

    public string S13(CallContext ctx, Doc doc)
    {
        if (_me.IsInRole("Admin") && ctx.TenantId != doc.TenantId)
        {
            return doc.TenantId;
        }
        return ctx.TenantId;
    }

    public string S14(ClaimsPrincipal user, Doc doc)
    {
        var uid = user.FindFirstValue("sub");
        if (uid != doc.UserId && !user.IsInRole("Support")) throw new UnauthorizedAccessException();
        return doc.UserId;
    }

    public IEnumerable<Doc> S15(CallContext ctx, IEnumerable<Doc> docs) => docs.Where(d => d.TenantId == ctx.TenantId && d.OwnerId != ctx.UserId);

    public void S16(CallContext ctx, Doc doc)
    {
        EnsureOwner(ctx, doc);
        if (ctx.TenantId == null) ctx.TenantId = doc.TenantId;
    }

    private static void EnsureOwner(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId && !ctx.IsAdmin)
        {
            throw new ForbiddenException($"{ctx.UserId} is not {doc.UserId}");
        }
    }

    public async Task S17(CallContext ctx, Doc doc)
    {
        if (doc.UserId != ctx.UserId)
        {
            await NotifyOwnerAsync(doc.UserId, $"{ctx.UserId} commented on your document");
        }
    }
    private Task NotifyOwnerAsync(string userId, string text) => Task.CompletedTask;

    public string S18(CallContext ctx, Doc doc)
    {
        var canImpersonate = ctx.IsAdmin || ctx.Roles.Contains("support");
        if (ctx.UserId != doc.UserId && canImpersonate)
        {
            return doc.UserId;
        }
        return ctx.UserId;
    }

    public object S19(CallContext ctx, Doc doc)
    {
        return new { doc.Id, IsMine = ctx.UserId == doc.UserId, Owner = ctx.UserId == doc.UserId ? "me" : doc.UserId };
    }

    public string S20(CallContext ctx, Doc doc)
    {
        var label = ctx.UserId == doc.UserId ? "You" : "User " + doc.UserId;
        return label;
    }

    public string S21(CallContext ctx, Doc doc)
    {
        if (ctx.TenantId != doc.TenantId)
        {
            Deny();
            return doc.TenantId;
        }
        return ctx.TenantId;
    }
    [System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void Deny() => throw new ForbiddenException();

    public string S22(CallContext ctx, Doc doc)
    {
        if (!ctx.IsAdmin)
        {
            if (ctx.UserId != doc.UserId) throw new ForbiddenException();
        }
        return doc.UserId;
    }

    public Guid? S23(CallContext ctx, Doc doc, bool isSystemJob)
    {
        if (ctx.ProjectId is null) return doc.ProjectId;
        if (doc.ProjectId is null) doc.ProjectId = ctx.ProjectId;
        return ctx.ProjectId != doc.ProjectId ? throw new ForbiddenException() : doc.ProjectId;
    }

    public async Task<IResult> S24(RequestContext ctx, Doc doc)
    {
        if (ctx.OrganizationId != doc.OrganizationId && !ctx.Permissions.Contains("org:any"))
            return Results.Forbid();
        await _repo.ForTenant(doc.OrganizationId.ToString());
        return Results.Ok(doc);
    }

    public Dictionary<string, int> S25(CallContext ctx, IEnumerable<Doc> docs)
    {
        var d = new Dictionary<string, int>();
        foreach (var x in docs)
        {
            if (x.UserId == ctx.UserId) continue;
            d[x.UserId] = d.GetValueOrDefault(x.UserId) + 1;
        }
        return d;
    }

    public string S26(CallContext ctx, Doc doc)
    {
        if (ctx.UserId == doc.UserId) return doc.UserId;
        throw new ForbiddenException();
    }

    public string S27(CallContext ctx, Doc doc)
    {
        if (ctx.UserId != doc.UserId)
        {
            var cacheKey = $"doc:{doc.UserId}:{doc.Id}";
            _log.LogDebug(cacheKey);
            return ctx.UserId;
        }
        return doc.UserId;
    }
}

public class SyncState { public string UserId { get; set; } public string TenantId { get; set; } }

[ApiController]
public class DocsController : ControllerBase
{
    private readonly IDocRepo _repo;
    public DocsController(IDocRepo repo) => _repo = repo;

    [HttpGet("docs/{id}/related")]
    public async Task<IActionResult> Related(int id)
    {
        var doc = await _repo.Get(id);
        var userId = User.FindFirst("sub")!.Value;
        if (doc.UserId != userId) // expect SECR3006
        {
            userId = doc.UserId;
        }
        return Ok(await _repo.ForUser(userId));
    }

    [HttpGet("docs/{id}/related2")]
    public async Task<IActionResult> Related2(int id)
    {
        var doc = await _repo.Get(id);
        var userId = User.FindFirst("sub")!.Value;
        if (doc.UserId != userId) return Forbid();
        return Ok(await _repo.ForUser(doc.UserId));
    }

    [HttpGet("docs/{id}/related3")]
    public async Task<IActionResult> Related3(int id)
    {
        var doc = await _repo.Get(id);
        var userId = User.FindFirst("sub")!.Value;
        if (User.IsInRole("Admin") && doc.UserId != userId) userId = doc.UserId;
        return Ok(await _repo.ForUser(userId));
    }

    [HttpGet("docs/{id}/related4")]
    [Authorize(Roles = "Admin")]
    public async Task<IActionResult> Related4(int id)
    {
        var doc = await _repo.Get(id);
        var userId = User.FindFirst("sub")!.Value;
        if (doc.UserId != userId) userId = doc.UserId;
        return Ok(await _repo.ForUser(userId));
    }

    [HttpGet("docs/{id}/owner")]
    public async Task<IActionResult> OwnerOf(int id, [FromServices] ICurrentUser me)
    {
        var doc = await _repo.Get(id);
        var owner = me.UserId == doc.OwnerId ? me.UserId : doc.OwnerId; // expect SECR3006
        return Ok(await _repo.ForUser(owner));
    }
}
