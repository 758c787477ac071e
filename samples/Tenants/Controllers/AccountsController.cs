using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;
using Tenants.Services;

namespace Tenants.Controllers;

/// <summary>The caller's own account, and for administrators those of his tenant.</summary>
public class AccountsController(AppDbContext db, IPasswordHasher<AppUser> hasher, ActivityLog activity) : ApiController
{
    [HttpGet("me")]
    public async Task<IActionResult> Get(CancellationToken cancellation)
    {
        var me = await db.Users.FirstOrDefaultAsync(user => user.Id == UserId, cancellation);
        return me is null ? NotFound() : Ok(new { me.DisplayName, me.Email, me.Role, LastSeen = activity.LastSeen(me.Id) });
    }

    [HttpPut("me")]
    public async Task<IActionResult> Change(Profile profile, CancellationToken cancellation)
    {
        var me = await db.Users.FirstOrDefaultAsync(user => user.Id == UserId, cancellation);
        if (me is null)
        {
            return NotFound();
        }

        me.DisplayName = profile.DisplayName;
        me.Email = profile.Email;
        if (!TryValidateModel(me))
        {
            return ValidationProblem(ModelState);
        }

        await db.SaveChangesAsync(cancellation);
        return NoContent();
    }

    [HttpPut("me/password")]
    public async Task<IActionResult> ChangePassword(PasswordChange change, CancellationToken cancellation)
    {
        var me = await db.Users.FirstOrDefaultAsync(user => user.Id == UserId, cancellation);
        if (me is null)
        {
            return NotFound();
        }

        if (hasher.VerifyHashedPassword(me, me.PasswordHash, change.Current) == PasswordVerificationResult.Failed)
        {
            return Unauthorized();
        }

        me.PasswordHash = hasher.HashPassword(me, change.New);
        await db.SaveChangesAsync(cancellation);
        return NoContent();
    }

    [HttpPost]
    [Authorize(Roles = Roles.Admin)]
    public async Task<IActionResult> Create(NewAccount account, CancellationToken cancellation)
    {
        var created = new AppUser
        {
            Id = Guid.NewGuid().ToString(),
            DisplayName = account.DisplayName,
            Email = account.Email,
            TenantId = User.GetTenantId(),
            Role = account.Role,
        };
        db.Users.Add(created);
        await db.SaveChangesAsync(cancellation);
        return Ok(created.Id);
    }

    [HttpPut("{accountId}/role")]
    public async Task<IActionResult> ChangeRole(string accountId, [FromBody] string role, CancellationToken cancellation)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return Forbid();
        }

        var tenant = User.GetTenantId();
        var account = await db.Users.FirstOrDefaultAsync(user => user.Id == accountId && user.TenantId == tenant, cancellation);
        if (account is null)
        {
            return NotFound();
        }

        account.Role = role;
        await db.SaveChangesAsync(cancellation);
        return NoContent();
    }

    [HttpPost("register")]
    [AllowAnonymous]
    public async Task<IActionResult> Register(Registration registration, CancellationToken cancellation)
    {
        var user = new AppUser { Id = Guid.NewGuid().ToString(), DisplayName = registration.DisplayName, Email = registration.Email, TenantId = Guid.NewGuid() };
        user.PasswordHash = hasher.HashPassword(user, registration.Password);
        db.Users.Add(user);
        await db.SaveChangesAsync(cancellation);
        return NoContent();
    }

    public record Profile(string DisplayName, string Email);

    public record PasswordChange(string Current, string New);

    public record NewAccount(string DisplayName, string Email, string Role);

    public record Registration(string DisplayName, string Email, string Password);
}
